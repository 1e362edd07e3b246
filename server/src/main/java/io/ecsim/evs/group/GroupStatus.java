package io.ecsim.evs.group;

import io.ecsim.sim.Status;
import java.util.Locale;

/**
 * The statuses of a group, those of its snapshots that make sense for it: {@code evs-lifecycle.md}
 * a.4.
 */
public enum GroupStatus implements Status {
  /** Its snapshots are being made. */
  CREATING,
  /** All its snapshots were made. */
  AVAILABLE,
  /** It is being deleted, and its snapshots with it. */
  DELETING,
  /** Not all of its snapshots could be made. */
  ERROR,
  /** Not all of its snapshots could be deleted. */
  ERROR_DELETING;

  @Override
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}

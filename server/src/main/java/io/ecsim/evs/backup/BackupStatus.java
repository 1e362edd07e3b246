package io.ecsim.evs.backup;

import io.ecsim.sim.Status;
import java.util.Locale;

/** The statuses of a backup, as the native API spells them. */
public enum BackupStatus implements Status {
  /** Being made. */
  CREATING,
  /** Ready. */
  AVAILABLE,
  /** Being restored onto a disk. */
  RESTORING,
  /** Being deleted. */
  DELETING,
  /** It could not be made. */
  ERROR,
  /** Its deletion went wrong. */
  ERROR_DELETING;

  @Override
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}

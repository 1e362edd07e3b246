package io.ecsim.evs.disk;

import io.ecsim.sim.Status;
import java.util.Locale;

/** The statuses of a snapshot, as the API spells them: {@code evs-lifecycle.md} a.4. */
public enum SnapshotStatus implements Status {
  /** Being created. */
  CREATING,
  /** Ready. */
  AVAILABLE,
  /** A backup is being made from it. */
  BACKING_UP("backing-up"),
  /** Its disk is being rolled back to it. */
  ROLLBACKING,
  /** Being deleted. */
  DELETING,
  /** Its creation went wrong. */
  ERROR,
  /** Its deletion went wrong. */
  ERROR_DELETING;

  private final String label;

  SnapshotStatus() {
    this.label = name().toLowerCase(Locale.ROOT);
  }

  SnapshotStatus(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }

  /** Whether its data is all there. */
  public boolean complete() {
    return this != CREATING && this != ERROR;
  }

  /** Whether a disk can be made from it: {@code evs-lifecycle.md} b.2. */
  boolean yieldsDisks() {
    return this == AVAILABLE || this == BACKING_UP;
  }
}

package io.ecsim.evs.disk;

import io.ecsim.sim.Status;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The statuses of a disk, as the API spells them: {@code evs-lifecycle.md} a.1 and a.2. */
public enum VolumeStatus implements Status {
  /** Being created. */
  CREATING,
  /** An image is being copied onto it. */
  DOWNLOADING,
  /** Free. */
  AVAILABLE,
  /** Being attached to a server. */
  ATTACHING,
  /** Attached to at least one server. */
  IN_USE("in-use"),
  /** Being detached from a server. */
  DETACHING,
  /** Growing. */
  EXTENDING,
  /** Being deleted. */
  DELETING,
  /** Its creation went wrong. */
  ERROR,
  /** Its deletion went wrong. */
  ERROR_DELETING,
  /** Its expansion went wrong. */
  ERROR_EXTENDING,
  /** Its restoration from a backup went wrong. */
  ERROR_RESTORING,
  /** Its rollback to a snapshot went wrong. */
  ERROR_ROLLBACKING,
  /** Its detachment went wrong. */
  ERROR_DETACHING,
  /** A backup is being restored onto it. */
  RESTORING_BACKUP("restoring-backup"),
  /** A backup is being made of it. */
  BACKING_UP("backing-up"),
  /** Its data is going into an image. */
  UPLOADING,
  /** It is being rolled back to a snapshot. */
  ROLLBACKING,
  /** Its type is being changed. */
  RETYPING,
  /** Offered to another project. */
  AWAITING_TRANSFER("awaiting-transfer"),
  /** In the recycle bin. The words of the bin's statuses are not published. */
  PENDING_DESTROY("pending-destroy"),
  /** Coming back from the recycle bin. */
  RECOVERING,
  /** It did not come back from the recycle bin. */
  ERROR_RECOVERING,
  /** Being taken out of the recycle bin for good. */
  DESTROYING,
  /** It could not be taken out of the recycle bin. */
  ERROR_DESTROYING;

  private static final Set<VolumeStatus> BINNED =
      EnumSet.of(PENDING_DESTROY, RECOVERING, ERROR_RECOVERING, DESTROYING, ERROR_DESTROYING);

  private final String label;

  VolumeStatus() {
    this.label = name().toLowerCase(Locale.ROOT);
  }

  VolumeStatus(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }

  /** Disks in the recycle bin are shown there alone. */
  @Override
  public boolean hidden() {
    return BINNED.contains(this);
  }

  /** Whether something went wrong that only a deletion, a repetition or the support can mend. */
  public boolean broken() {
    return name().startsWith("ERROR");
  }
}

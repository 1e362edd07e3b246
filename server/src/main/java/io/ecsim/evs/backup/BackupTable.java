package io.ecsim.evs.backup;

import static io.ecsim.evs.backup.BackupStatus.AVAILABLE;
import static io.ecsim.evs.backup.BackupStatus.CREATING;
import static io.ecsim.evs.backup.BackupStatus.DELETING;
import static io.ecsim.evs.backup.BackupStatus.ERROR;
import static io.ecsim.evs.backup.BackupStatus.ERROR_DELETING;
import static io.ecsim.evs.backup.BackupStatus.RESTORING;

import io.ecsim.evs.disk.SnapshotTable;
import io.ecsim.evs.disk.Volume;
import io.ecsim.evs.disk.VolumeStatus;
import io.ecsim.evs.disk.VolumeTable;
import io.ecsim.sim.Edge;
import io.ecsim.sim.Lifecycle;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.List;
import java.util.Set;

/**
 * The life of a backup. The disk takes part in making it and in restoring it: {@code
 * evs-lifecycle.md} b.1. Codes are those of the Volume Backup Service: its API reference, error
 * codes. How long steps last is plausible, not documented.
 */
public final class BackupTable {
  private static final Set<VolumeStatus> FILLING =
      Set.of(VolumeStatus.CREATING, VolumeStatus.RESTORING_BACKUP);

  private BackupTable() {}

  // spotless:off
  /** The table. */
  public static final Lifecycle<BackupStatus, Backup> BACKUPS = Lifecycle.of("backup", BackupStatus.class, Backup.class).missing("EVS.5404");

  /** Makes a backup of a disk, or of one of its snapshots; the argument is the door of the disk. */
  public static final Edge<Backup, String> CREATE = BACKUPS.<String>creates("create")
      .via(CREATING, 15)
      .with((state, backup, door) -> List.of(source(backup.spec(), door)))
      .failing("VolumeBackup.0027", ERROR)
      .interruptedInto(ERROR)
      .to(AVAILABLE);

  /** Its part of the restoration of a disk. */
  public static final Edge<Backup, Void> RESTORE = BACKUPS.<Void>on("restore", AVAILABLE)
      .refused("VolumeBackup.0089")
      .via(RESTORING, 15)
      .failing("VolumeBackup.0200")
      .back();

  /** Deletes a backup, unless a disk is being made from it. */
  public static final Edge<Backup, Void> DELETE = BACKUPS.<Void>on("delete", AVAILABLE, ERROR)
      .refused("VolumeBackup.0125")
      .guard("VolumeBackup.0125", (state, backup, none) -> isBeingRead(state, backup))
      .via(DELETING, 3)
      .failing("VolumeBackup.0102", ERROR_DELETING)
      .gone();
  // spotless:on

  /** What gives a backup its data. */
  private static Plan source(Backup backup, String door) {
    Ref disk = backup.disk().ref();
    Plan plan =
        backup.snapshot() == null
            ? Plan.of(VolumeTable.BACKUP, disk, null).through(door)
            : Plan.of(
                SnapshotTable.BACKUP,
                new Ref(SnapshotTable.SNAPSHOTS.type(), disk.project(), backup.snapshot()),
                null);
    return plan.failingAs("VolumeBackup.0027");
  }

  private static String isBeingRead(State state, Resource<Backup> backup) {
    return state
        .all(VolumeTable.VOLUMES, backup.ref().project())
        .filter(disk -> backup.id().equals(disk.spec().backup()))
        .filter(BackupTable::isFilling)
        .findFirst()
        .map(disk -> "The %s is being made from the %s.".formatted(disk.ref(), backup.ref()))
        .orElse(null);
  }

  private static boolean isFilling(Resource<Volume> disk) {
    return disk.busy() && FILLING.contains(disk.status());
  }
}

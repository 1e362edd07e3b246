package io.ecsim.evs.backup;

import io.ecsim.api.ApiError;
import io.ecsim.evs.disk.BackupSource;
import io.ecsim.evs.disk.JobType;
import io.ecsim.evs.disk.NewVolume;
import io.ecsim.evs.disk.Restoration;
import io.ecsim.evs.disk.Room;
import io.ecsim.evs.disk.Snapshot;
import io.ecsim.evs.disk.SnapshotTable;
import io.ecsim.evs.disk.Source;
import io.ecsim.evs.disk.Volume;
import io.ecsim.evs.disk.VolumeTable;
import io.ecsim.inventory.Inventory;
import io.ecsim.inventory.Limit;
import io.ecsim.pack.Problem;
import io.ecsim.sim.Job;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import io.ecsim.sim.Tx;
import java.util.stream.Stream;

/** How backups come to be, are used and go, whoever asks for it. */
public final class Backups implements BackupSource {
  private final Inventory inventory;

  /** The backups of a cloud that allows so many. */
  public Backups(Inventory inventory) {
    this.inventory = inventory;
  }

  /**
   * Begins to make a backup. The new one counts already; whatever throws takes everything back.
   *
   * @return the job; it is about the backup
   */
  public Job create(Tx tx, String project, NewBackup wanted) {
    Job job = tx.begin(plan(tx, project, wanted));
    Problem.refuse(excess(tx.state(), project));
    return job;
  }

  /** How the backup is made that is wanted. */
  public Plan plan(Tx tx, String project, NewBackup wanted) {
    Resource<Volume> disk = tx.state().require(VolumeTable.VOLUMES, project, wanted.volume());
    var backup =
        new Backup(
            wanted.name(),
            wanted.description(),
            origin(tx.state(), disk, wanted.snapshot()),
            wanted.snapshot(),
            wanted.full() ? null : last(tx.state(), disk.ref()),
            wanted.metadata(),
            wanted.tags(),
            wanted.place());
    String type = BackupTable.BACKUPS.type();
    Ref ref = new Ref(type, project, tx.id(type, project, backup.name()));
    return Plan.create(BackupTable.CREATE, ref, backup, wanted.door())
        .called(JobType.BACKUP.label());
  }

  private static Backup.Origin origin(State state, Resource<Volume> disk, String snapshot) {
    Volume volume = disk.spec();
    return new Backup.Origin(
        disk.ref(),
        volume.name(),
        volume.zone(),
        volume.type(),
        snapshot == null ? volume.size() : snapshot(state, disk, snapshot).size(),
        volume.bootable(),
        volume.image(),
        Source.secrets(volume));
  }

  private static Snapshot snapshot(State state, Resource<Volume> disk, String id) {
    Resource<Snapshot> snapshot = state.require(SnapshotTable.SNAPSHOTS, disk.ref().project(), id);
    if (!snapshot.spec().volume().equals(disk.ref())) {
      throw new ApiError(
          "VolumeBackup.0062",
          "snapshot_id %s is no snapshot of the volume %s.".formatted(id, disk.id()));
    }
    return snapshot.spec();
  }

  /** The id of the youngest backup of a disk that can be added to, or null. */
  private static String last(State state, Ref disk) {
    return of(state, disk)
        .filter(backup -> backup.status() == BackupStatus.AVAILABLE)
        .reduce((earlier, later) -> later)
        .map(Resource::id)
        .orElse(null);
  }

  /** The backups of a disk, oldest first. */
  public static Stream<Resource<Backup>> of(State state, Ref disk) {
    return state
        .all(BackupTable.BACKUPS, disk.project())
        .filter(backup -> backup.spec().disk().ref().equals(disk));
  }

  /** Whether another backup adds to this one. */
  public static boolean hasDependents(State state, Resource<Backup> backup) {
    return of(state, backup.spec().disk().ref())
        .anyMatch(other -> backup.id().equals(other.spec().parent()));
  }

  /** What the backups of a project exceed, or null. */
  public Problem excess(State state, String project) {
    BackupUsage usage = BackupUsage.of(state, project);
    var room = new Room(inventory.limits());
    Problem many = room.exceeded("VolumeBackup.0080", "backups", Limit.BACKUPS, usage.count());
    return many != null
        ? many
        : room.exceeded(
            "VolumeBackup.0081", "GiB of backups", Limit.BACKUP_GIGABYTES, usage.size());
  }

  /** How a disk gets the data of a backup. */
  public static Plan restoration(State state, String project, String id, String volume) {
    Resource<Backup> backup = state.require(BackupTable.BACKUPS, project, id);
    Resource<Volume> disk = state.require(VolumeTable.VOLUMES, project, volume);
    Plan part = Plan.of(BackupTable.RESTORE, backup.ref(), null).failingAs("EVS.2025");
    return Plan.of(
            VolumeTable.RESTORE,
            disk.ref(),
            new Restoration(backup.ref(), backup.spec().disk().size(), part))
        .called(JobType.RESTORE.label());
  }

  /** How a backup goes. */
  public static Plan deletion(State state, String project, String id) {
    return Plan.of(BackupTable.DELETE, state.require(BackupTable.BACKUPS, project, id).ref(), null);
  }

  @Override
  public Source of(State state, String project, NewVolume wanted) {
    Resource<Backup> backup = state.find(BackupTable.BACKUPS, project, wanted.backup());
    if (backup == null) {
      throw new ApiError("EVS.1045", "There is no backup %s.".formatted(wanted.backup()));
    }
    if (backup.status() != BackupStatus.AVAILABLE) {
      throw new ApiError(
          "EVS.1044",
          "The backup %s is %s; it must be available."
              .formatted(backup.id(), backup.status().label()));
    }
    Backup.Origin disk = backup.spec().disk();
    if (wanted.zone() != null && !wanted.zone().equals(disk.zone())) {
      throw new ApiError(
          "EVS.1049",
          "availability_zone %s is not that of the backup: %s."
              .formatted(wanted.zone(), disk.zone()));
    }
    if (wanted.size() > 0 && wanted.size() < disk.size()) {
      throw new ApiError(
          "EVS.1022",
          "size %s is less than %s, the size of the backup %s."
              .formatted(wanted.size(), disk.size(), backup.id()));
    }
    return new Source(
        null,
        backup.id(),
        disk.zone(),
        disk.type(),
        disk.size(),
        disk.bootable(),
        disk.image(),
        disk.secrets());
  }
}

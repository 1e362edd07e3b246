package io.ecsim.evs.cinder;

import io.ecsim.api.Call;
import io.ecsim.api.evs.CinderRestore;
import io.ecsim.api.evs.CinderRestoreOption;
import io.ecsim.evs.backup.Backup;
import io.ecsim.evs.backup.BackupTable;
import io.ecsim.evs.backup.Backups;
import io.ecsim.evs.disk.Creation;
import io.ecsim.evs.disk.NewVolume;
import io.ecsim.evs.disk.Texts;
import io.ecsim.evs.disk.VolumeTable;
import io.ecsim.sim.Resource;
import io.ecsim.sim.Tx;

/** Restoring a backup natively: onto a disk, or onto a new one where none is named. */
public final class NativeRestoration {
  private final Creation creation;

  public NativeRestoration(Creation creation) {
    this.creation = creation;
  }

  /** Begins to restore a backup, or refuses. */
  CinderRestore begin(Call call, String backup, CinderRestoreOption wanted) {
    String named = wanted == null ? null : wanted.volumeId();
    String disk =
        call.transact(
            tx ->
                named == null || named.isEmpty()
                    ? make(tx, call, backup, wanted)
                    : onto(tx, call, backup, named));
    return new CinderRestore(
        backup,
        disk,
        call.glance().require(VolumeTable.VOLUMES, call.project(), disk).spec().name());
  }

  private static String onto(Tx tx, Call call, String backup, String disk) {
    tx.begin(Backups.restoration(tx.state(), call.project(), backup, disk));
    return disk;
  }

  private String make(Tx tx, Call call, String id, CinderRestoreOption wanted) {
    Resource<Backup> backup = tx.state().require(BackupTable.BACKUPS, call.project(), id);
    String name = wanted == null ? null : wanted.name();
    return creation
        .begin(
            tx,
            call.project(),
            NewVolume.from(backup.id(), Texts.or(name, "restore_backup_" + backup.id())))
        .disks()
        .get(0);
  }
}

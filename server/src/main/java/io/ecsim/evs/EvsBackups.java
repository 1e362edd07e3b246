package io.ecsim.evs;

import io.ecsim.evs.backup.Backup;
import io.ecsim.evs.backup.BackupTable;
import io.ecsim.evs.backup.NewBackup;
import io.ecsim.evs.disk.Restoration;
import io.ecsim.evs.disk.Texts;
import io.ecsim.evs.disk.Volume;
import io.ecsim.evs.disk.VolumeTable;
import io.ecsim.inventory.Inventory;
import io.ecsim.pack.Backups;
import io.ecsim.pack.Problem;
import io.ecsim.sim.Job;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import io.ecsim.sim.Tx;
import java.util.List;
import java.util.Map;

/** Backups, as vaults deal with them. */
public final class EvsBackups implements Backups {
  private final io.ecsim.evs.backup.Backups backups;

  /** The backups of a cloud that allows so many. */
  public EvsBackups(Inventory inventory) {
    this.backups = new io.ecsim.evs.backup.Backups(inventory);
  }

  @Override
  public Disk disk(State state, String project, String id) {
    Resource<Volume> disk = state.find(VolumeTable.VOLUMES, project, id);
    return disk == null
        ? null
        : new Disk(disk.ref(), disk.spec().name(), disk.spec().size(), disk.status().label());
  }

  @Override
  public Problem problem(State state, String project, String disk) {
    Resource<Volume> found = state.find(VolumeTable.VOLUMES, project, disk);
    if (found == null) {
      return new Problem("EVS.5404", "There is no volume %s.".formatted(disk));
    }
    return !found.busy() && VolumeTable.BACKUP.from(null).contains(found.status())
        ? null
        : new Problem(
            VolumeTable.BACKUP.refusalIn(found.status()),
            "The %s is %s.".formatted(found.ref(), found.status().label()));
  }

  @Override
  public List<Facts> all(State state, String project) {
    return state.all(BackupTable.BACKUPS, project).map(EvsBackups::facts).toList();
  }

  @Override
  public Facts find(State state, String project, String id) {
    Resource<Backup> backup = state.find(BackupTable.BACKUPS, project, id);
    return backup == null ? null : facts(backup);
  }

  @Override
  public Facts of(State state, Job job) {
    if (job.ref() == null) {
      return job.parts().isEmpty() ? null : of(state, state.job(job.parts().get(0)));
    }
    Ref ref = job.plan().argument() instanceof Restoration from ? from.backup() : job.plan().ref();
    return ref.type().equals(BackupTable.BACKUPS.type())
        ? find(state, ref.project(), ref.id())
        : null;
  }

  @Override
  public Ref vaultOf(State state, String id) {
    return state
        .everywhere(BackupTable.BACKUPS)
        .filter(backup -> backup.id().equals(id))
        .findFirst()
        .map(backup -> backup.spec().place().vault())
        .orElse(null);
  }

  private static Facts facts(Resource<Backup> backup) {
    Backup made = backup.spec();
    return new Facts(
        backup.ref(),
        made.name(),
        made.description(),
        backup.status().label(),
        made.disk().ref().id(),
        made.disk().name(),
        made.disk().zone(),
        made.disk().size(),
        made.disk().bootable(),
        made.encrypted(),
        made.incremental(),
        made.snapshot(),
        made.place().checkpoint(),
        made.place().vault(),
        made.place().auto(),
        backup.createdAt(),
        backup.updatedAt());
  }

  @Override
  public Plan create(Tx tx, String project, Order order) {
    return backups.plan(
        tx,
        project,
        new NewBackup(
            order.disk(),
            null,
            Texts.or(order.name(), ""),
            order.description(),
            order.full(),
            Map.of(),
            Map.of(),
            new Backup.Place(order.vault(), order.checkpoint(), order.auto()),
            null));
  }

  @Override
  public Problem excess(State state, String project) {
    return backups.excess(state, project);
  }

  @Override
  public Plan restore(State state, String project, String backup, String disk) {
    return io.ecsim.evs.backup.Backups.restoration(state, project, backup, disk);
  }

  @Override
  public Plan delete(State state, String project, String backup) {
    return io.ecsim.evs.backup.Backups.deletion(state, project, backup);
  }
}

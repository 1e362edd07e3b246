package io.ecsim.evs.disk;

import io.ecsim.api.ApiError;
import io.ecsim.api.Given;
import io.ecsim.inventory.Inventory;
import io.ecsim.inventory.Limit;
import io.ecsim.pack.Problem;
import io.ecsim.sim.Job;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import io.ecsim.sim.Tx;
import java.util.function.Predicate;

/** How snapshots come to be, change and go, whichever family of the API asks for it. */
public final class Snapshots {
  private static final String QUOTA = "EVS.5413";

  private final Inventory inventory;
  private final TagRules tags;

  public Snapshots(Inventory inventory) {
    this.inventory = inventory;
    this.tags = new TagRules(inventory.limits().of(Limit.VOLUME_TAGS));
  }

  /**
   * Begins to make a snapshot.
   *
   * @return the job, whose address is that of the snapshot
   */
  public Job create(Tx tx, String project, NewSnapshot wanted) {
    Job job = tx.begin(plan(tx, project, wanted));
    checkQuotas(tx.state(), new Ref(VolumeTable.VOLUMES.type(), project, wanted.volume()));
    return job;
  }

  /** How to make a snapshot; what nobody may ask for is refused, but no quota is looked at. */
  public Plan plan(Tx tx, String project, NewSnapshot wanted) {
    check(wanted.name(), wanted.description());
    MetadataRules.check(wanted.metadata(), false);
    tags.check(wanted.tags());
    Resource<Volume> disk = tx.state().require(VolumeTable.VOLUMES, project, wanted.volume());
    var snapshot =
        new Snapshot(
            wanted.name(),
            wanted.description(),
            disk.ref(),
            disk.spec().size(),
            wanted.metadata(),
            wanted.tags(),
            standard(wanted.standard(), disk.spec()));
    String type = SnapshotTable.SNAPSHOTS.type();
    Ref ref = new Ref(type, project, tx.id(type, project, snapshot.name()));
    return Plan.create(SnapshotTable.CREATE, ref, snapshot, wanted.force())
        .called(JobType.CREATE_SNAPSHOT.label());
  }

  private static Standard standard(Standard wanted, Volume disk) {
    if (wanted == null) {
      return null;
    }
    String enterprise = Texts.or(wanted.enterpriseProject(), disk.enterpriseProject());
    EnterpriseProjects.check(enterprise);
    return new Standard(enterprise, wanted.incremental(), wanted.instantAccess(), wanted.group());
  }

  /** Begins to delete a snapshot. */
  public Job delete(Tx tx, String project, String id) {
    return tx.begin(
        Plan.of(SnapshotTable.DELETE, find(tx, project, id).ref(), null)
            .called(JobType.DELETE_SNAPSHOT.label()));
  }

  /** Begins to roll a disk back to its snapshot. */
  public Job rollBack(Tx tx, String project, String id, String volume) {
    Resource<Snapshot> snapshot = find(tx, project, id);
    Resource<Volume> disk = tx.state().require(VolumeTable.VOLUMES, project, volume);
    return tx.begin(
        Plan.of(VolumeTable.ROLLBACK, disk.ref(), snapshot.ref())
            .called(JobType.ROLLBACK_SNAPSHOT.label()));
  }

  /** Switches instant access of a standard snapshot on or off. */
  public void access(Tx tx, String project, String id, boolean on) {
    Resource<Snapshot> snapshot = find(tx, project, id);
    Standard standard = snapshot.spec().standard();
    InstantAccess access = standard == null ? null : standard.instantAccess().switched(on);
    if (access == null && on) {
      throw new ApiError(
          "EVS.5400",
          "instant_access true, but the %s was made without it.".formatted(snapshot.ref()));
    }
    if (access != null) {
      tx.change(SnapshotTable.SNAPSHOTS, snapshot.ref(), spec -> spec.with(access));
      checkAccess(tx.state(), snapshot.spec().volume());
    }
  }

  /** Gives a snapshot other texts; a name can be empty but not missing. */
  public void update(
      Tx tx, String project, String id, Given<String> name, Given<String> description) {
    if (!name.present() && !description.present()) {
      throw new ApiError("EVS.5400", "snapshot has neither name nor description.");
    }
    check(name.value(), description.value());
    tx.change(
        SnapshotTable.SNAPSHOTS,
        find(tx, project, id).ref(),
        snapshot ->
            snapshot.called(
                name.orElse(snapshot.name(), ""),
                description.orElse(snapshot.description(), null)));
  }

  private static Resource<Snapshot> find(Tx tx, String project, String id) {
    return tx.state().require(SnapshotTable.SNAPSHOTS, project, id);
  }

  private static void check(String name, String description) {
    Texts.bound("EVS.5400", "name", name, Texts.MOST);
    Texts.bound("EVS.5400", "description", description, Texts.MOST);
    if (name != null && name.startsWith(Snapshot.AUTOMATIC)) {
      throw new ApiError(
          "EVS.5400",
          "name %s begins with %s, which is reserved.".formatted(name, Snapshot.AUTOMATIC));
    }
  }

  /**
   * Refuses one snapshot more of a disk than there may be. The new one counts already; whatever
   * throws takes everything back.
   */
  public void checkQuotas(State state, Ref volume) {
    Usage usage = Usage.of(state, volume.project());
    String type = state.require(VolumeTable.VOLUMES, volume).spec().type();
    bound("snapshots", Limit.SNAPSHOTS, usage.snapshotCount());
    bound(
        "legacy snapshots of a disk",
        Limit.SNAPSHOTS_PER_VOLUME,
        count(state, volume, snapshot -> snapshot.legacy() && !snapshot.automatic()));
    bound(
        "standard snapshots of a disk",
        Limit.STANDARD_SNAPSHOTS_PER_VOLUME,
        count(state, volume, snapshot -> !snapshot.legacy()));
    checkAccess(state, volume);
    bound("snapshots of " + type, Limit.SNAPSHOTS_PER_TYPE, usage.snapshotCount(type));
    bound("GiB", Limit.GIGABYTES, usage.size() + usage.reserved());
    bound("GiB of " + type, Limit.GIGABYTES_PER_TYPE, usage.size(type) + usage.reserved(type));
  }

  private void checkAccess(State state, Ref volume) {
    bound(
        "snapshots of a disk with instant access",
        Limit.INSTANT_SNAPSHOTS_PER_VOLUME,
        count(state, volume, Snapshot::hasInstantAccess));
  }

  private static long count(State state, Ref volume, Predicate<Snapshot> kind) {
    return state.usersOf(volume, SnapshotTable.SNAPSHOTS).stream()
        .map(Resource::spec)
        .filter(kind)
        .count();
  }

  private void bound(String what, Limit limit, long wanted) {
    Problem.refuse(new Room(inventory.limits()).exceeded(QUOTA, what, limit, wanted));
  }
}

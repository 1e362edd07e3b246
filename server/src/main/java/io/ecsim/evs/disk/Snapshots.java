package io.ecsim.evs.disk;

import io.ecsim.api.ApiError;
import io.ecsim.api.Given;
import io.ecsim.inventory.Inventory;
import io.ecsim.inventory.Limit;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import io.ecsim.sim.Tx;

/** How snapshots come to be, change and go, whichever family of the API asks for it. */
public final class Snapshots {
  private static final String QUOTA = "EVS.5413";
  private static final String RESERVED = "autobk_snapshot_";

  private final Inventory inventory;

  public Snapshots(Inventory inventory) {
    this.inventory = inventory;
  }

  /**
   * Begins to make a snapshot.
   *
   * @return its address
   */
  public Ref create(Tx tx, String project, NewSnapshot wanted) {
    check(wanted.name(), wanted.description());
    MetadataRules.check(wanted.metadata(), false);
    Resource<Volume> disk = tx.state().require(VolumeTable.VOLUMES, project, wanted.volume());
    var snapshot =
        new Snapshot(
            wanted.name(), wanted.description(), disk.ref(), disk.spec().size(), wanted.metadata());
    String type = SnapshotTable.SNAPSHOTS.type();
    Ref ref = new Ref(type, project, tx.id(type, project, snapshot.name()));
    tx.begin(Plan.create(SnapshotTable.CREATE, ref, snapshot, wanted.force()));
    checkQuotas(tx.state(), disk);
    return ref;
  }

  /** Begins to delete a snapshot. */
  public void delete(Tx tx, String project, String id) {
    tx.begin(Plan.of(SnapshotTable.DELETE, find(tx, project, id).ref(), null));
  }

  /** Begins to roll a disk back to its snapshot. */
  public void rollBack(Tx tx, String project, String id, String volume) {
    Resource<Snapshot> snapshot = find(tx, project, id);
    Resource<Volume> disk = tx.state().require(VolumeTable.VOLUMES, project, volume);
    tx.begin(Plan.of(VolumeTable.ROLLBACK, disk.ref(), snapshot.ref()));
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
    if (name != null && name.startsWith(RESERVED)) {
      throw new ApiError(
          "EVS.5400", "name %s begins with %s, which is reserved.".formatted(name, RESERVED));
    }
  }

  /** The new one counts already; whatever throws takes everything back. */
  private void checkQuotas(State state, Resource<Volume> disk) {
    Usage usage = Usage.of(state, disk.ref().project());
    String type = disk.spec().type();
    int siblings = state.usersOf(disk.ref(), SnapshotTable.SNAPSHOTS).size();
    bound("snapshots", Limit.SNAPSHOTS, usage.snapshotCount());
    bound("snapshots of a disk", Limit.SNAPSHOTS_PER_VOLUME, siblings);
    bound("snapshots of " + type, Limit.SNAPSHOTS_PER_TYPE, usage.snapshotCount(type));
    bound("GiB", Limit.GIGABYTES, usage.size() + usage.reserved());
    bound("GiB of " + type, Limit.GIGABYTES_PER_TYPE, usage.size(type) + usage.reserved(type));
  }

  private void bound(String what, Limit limit, long wanted) {
    if (inventory.limits().exceeded(limit, wanted)) {
      throw new ApiError(
          QUOTA,
          "The quota of %s %s does not allow %s."
              .formatted(inventory.limits().of(limit), what, wanted));
    }
  }
}

package io.ecsim.evs.recyclebin;

import io.ecsim.evs.disk.Offer;
import io.ecsim.evs.disk.RecyclePolicy;
import io.ecsim.evs.disk.RecyclePolicyTable;
import io.ecsim.evs.disk.Volume;
import io.ecsim.evs.disk.VolumeTable;
import io.ecsim.inventory.Inventory;
import io.ecsim.pack.Problem;
import io.ecsim.sim.Job;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Refusal;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import io.ecsim.sim.Tx;

/** How disks leave the recycle bin, and what is kept in it. */
public final class RecycleBin {
  private final Offer offer;

  /** The bin of a cloud with these quotas. */
  public RecycleBin(Inventory inventory) {
    this.offer = new Offer(inventory);
  }

  /** Lays down what is kept from now on; what is in the bin already stays as long as it should. */
  public Job lay(Tx tx, String project, RecyclePolicy policy) {
    Ref ref = RecyclePolicy.ref(project);
    return tx.begin(
        tx.state().find(ref) == null
            ? Plan.create(RecyclePolicyTable.CREATE, ref, policy, null)
            : Plan.of(RecyclePolicyTable.UPDATE, ref, policy));
  }

  /**
   * Begins to bring a disk back, if the quotas allow it: it counts again by the time they are
   * asked.
   */
  public Job revert(Tx tx, String project, String id) {
    Resource<Volume> disk = find(tx.state(), project, id);
    Job job = tx.begin(Plan.of(VolumeTable.REVERT, disk.ref(), null));
    Problem.refuse(offer.excess(tx.state(), project, disk.spec().type(), disk.spec().size()));
    return job;
  }

  /** Begins to end a disk for good. */
  public Job destroy(Tx tx, String project, String id) {
    return tx.begin(Plan.of(VolumeTable.DESTROY, find(tx.state(), project, id).ref(), null));
  }

  /**
   * The disk with this id in the bin.
   *
   * @throws Refusal with the code of an unknown disk if it is not there, perhaps not yet
   */
  static Resource<Volume> find(State state, String project, String id) {
    return state
        .hidden(VolumeTable.VOLUMES, project)
        .filter(disk -> disk.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    VolumeTable.VOLUMES.missingCode(),
                    new Ref(VolumeTable.VOLUMES.type(), project, id),
                    "The recycle bin has no volume %s.".formatted(id)));
  }
}

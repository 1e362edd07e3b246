package io.ecsim.evs.disk;

import io.ecsim.api.ApiError;
import io.ecsim.inventory.Inventory;
import io.ecsim.pack.Problem;
import io.ecsim.sim.Job;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import io.ecsim.sim.Tx;

/** How a disk gets another type or other performance. The table speaks before the offer does. */
public final class Tuning {
  private final Offer offer;

  public Tuning(Inventory inventory) {
    this.offer = new Offer(inventory);
  }

  /**
   * Begins to give a disk another type, or refuses.
   *
   * @throws ApiError if it is prepaid: then it is ordered, which not every door can
   */
  public Job retype(Tx tx, String project, String id, Retyping to) {
    Resource<Volume> disk = tx.state().require(VolumeTable.VOLUMES, project, id);
    if (disk.spec().prepaid()) {
      throw new ApiError(
          501,
          "ecsim.NotModelled",
          "ecsim does not model os-retype of the prepaid %s.".formatted(disk.ref()));
    }
    return begin(tx, project, id, to);
  }

  /** Begins to give a disk another type, however it is paid for, or refuses. */
  public Job begin(Tx tx, String project, String id, Retyping to) {
    Volume volume = tx.state().require(VolumeTable.VOLUMES, project, id).spec();
    if (offer.byName(to.type()) == null) {
      throw new ApiError("EVS.2087", "There is no new_type %s.".formatted(to.type()));
    }
    Job job = tx.begin(plan(tx.state(), project, id, to));
    Problem.refuse(
        offer.problem(wish(volume, to.type(), new Performance(to.iops(), to.throughput()))));
    Problem.refuse(offer.excess(tx.state(), project, to.type(), volume.size()));
    return job;
  }

  /** How a disk gets another type once that is paid. */
  public Plan ordered(State state, String project, String id, Retyping to) {
    return plan(
        state, project, id, new Retyping(to.type(), to.iops(), to.throughput(), offer.room()));
  }

  private static Plan plan(State state, String project, String id, Retyping to) {
    Ref disk = state.require(VolumeTable.VOLUMES, project, id).ref();
    return Plan.of(VolumeTable.RETYPE, disk, to).called(JobType.RETYPE.label());
  }

  /** Begins to give a disk other performance. */
  public Job perform(Tx tx, String project, String id, Performance wanted) {
    Resource<Volume> disk = tx.state().require(VolumeTable.VOLUMES, project, id);
    Job job =
        tx.begin(
            Plan.of(VolumeTable.MODIFY_QOS, disk.ref(), wanted).called(JobType.MODIFY_QOS.label()));
    Problem.refuse(offer.performance(wish(disk.spec(), disk.spec().type(), wanted)));
    return job;
  }

  private static Offer.Wish wish(Volume volume, String type, Performance performance) {
    return new Offer.Wish(
        type,
        volume.zone(),
        volume.size(),
        volume.bootable(),
        performance.iops(),
        performance.throughput());
  }
}

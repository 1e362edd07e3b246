package io.ecsim.evs.disk;

import io.ecsim.api.ApiError;
import io.ecsim.inventory.Inventory;
import io.ecsim.pack.Problem;
import io.ecsim.sim.Job;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Resource;
import io.ecsim.sim.Tx;

/** How a disk gets another type or other performance. The table speaks before the offer does. */
public final class Tuning {
  private final Offer offer;

  public Tuning(Inventory inventory) {
    this.offer = new Offer(inventory);
  }

  /** Begins to give a disk another type. */
  public Job retype(Tx tx, String project, String id, Retyping to) {
    Resource<Volume> disk = tx.state().require(VolumeTable.VOLUMES, project, id);
    Volume volume = disk.spec();
    if (volume.prepaid()) {
      throw new ApiError(
          501,
          "ecsim.NotModelled",
          "ecsim does not model RetypeVolume of the prepaid %s.".formatted(disk.ref()));
    }
    if (offer.byName(to.type()) == null) {
      throw new ApiError("EVS.2087", "There is no new_type %s.".formatted(to.type()));
    }
    Job job = tx.begin(Plan.of(VolumeTable.RETYPE, disk.ref(), to).called(JobType.RETYPE.label()));
    refuse(offer.problem(wish(volume, to.type(), new Performance(to.iops(), to.throughput()))));
    refuse(offer.excess(tx.state(), project, to.type(), volume.size()));
    return job;
  }

  /** Begins to give a disk other performance. */
  public Job perform(Tx tx, String project, String id, Performance wanted) {
    Resource<Volume> disk = tx.state().require(VolumeTable.VOLUMES, project, id);
    Job job =
        tx.begin(
            Plan.of(VolumeTable.MODIFY_QOS, disk.ref(), wanted).called(JobType.MODIFY_QOS.label()));
    refuse(offer.performance(wish(disk.spec(), disk.spec().type(), wanted)));
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

  private static void refuse(Problem problem) {
    if (problem != null) {
      throw problem.as(null);
    }
  }
}

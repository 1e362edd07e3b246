package io.ecsim.evs.disk;

import io.ecsim.sim.Kept;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.concurrent.TimeUnit;

/** Which deleted disks stay in the recycle bin, and until when: {@code evs-lifecycle.md} b.6. */
final class Recycling {
  private Recycling() {}

  /**
   * What is kept of a disk that is deleted, or null: it is too young, or nothing is kept at all.
   */
  static Kept<Volume> kept(State state, Resource<Volume> disk) {
    RecyclePolicy policy = RecyclePolicy.of(state, disk.ref().project());
    long age = state.now() - disk.createdAt();
    if (!policy.on() || age < TimeUnit.DAYS.toMillis(policy.threshold())) {
      return null;
    }
    var stay = new BinStay(state.now(), state.now() + TimeUnit.DAYS.toMillis(policy.keep()));
    return new Kept<>(
        disk.spec().edit().stay(stay).made(),
        VolumeStatus.PENDING_DESTROY,
        stay.until(),
        Plan.of(VolumeTable.DESTROY, disk.ref(), stay.until()));
  }

  /** An appointment that was made in an earlier stay is none any more. */
  static String isDueAtAnotherTime(Resource<Volume> disk, Long due) {
    BinStay stay = disk.spec().stay();
    return due == null || (stay != null && stay.until() == due)
        ? null
        : "The %s is to be destroyed at another time.".formatted(disk.ref());
  }
}

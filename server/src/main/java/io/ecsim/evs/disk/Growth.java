package io.ecsim.evs.disk;

import io.ecsim.api.ApiError;
import io.ecsim.inventory.Inventory;
import io.ecsim.inventory.Range;
import io.ecsim.pack.Problem;
import io.ecsim.pack.Servers;
import io.ecsim.sim.Job;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import io.ecsim.sim.Tx;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** How disks become larger, whichever API asks for it. */
public final class Growth {
  /** The servers whose disks may grow: {@code evs-lifecycle.md} b.1. */
  private static final Set<String> FIT = Set.of("ACTIVE", "PAUSED", "SUSPENDED", "SHUTOFF");

  private final Offer offer;
  private final Servers servers;

  public Growth(Inventory inventory, Servers servers) {
    this.offer = new Offer(inventory);
    this.servers = servers;
  }

  /**
   * Begins to extend a disk, or refuses.
   *
   * @throws ApiError if it is prepaid: then it is ordered, which not every door can
   */
  public Job begin(Tx tx, String project, NewSize wanted) {
    Ref disk = find(tx.state(), project, wanted).ref();
    if (isPrepaid(tx.state(), project, wanted)) {
      throw new ApiError(
          501,
          "ecsim.NotModelled",
          "ecsim does not model os-extend of the prepaid %s.".formatted(disk));
    }
    return begin(tx, project, plan(tx.state(), project, wanted, null), List.of(wanted));
  }

  /** Begins to extend several disks in one job, each in a part of its own, or refuses. */
  public Job beginAll(Tx tx, String project, List<NewSize> wanted) {
    List<Plan> plans = wanted.stream().map(one -> plan(tx.state(), project, one, null)).toList();
    return begin(tx, project, Plan.together(JobType.BATCH_EXTEND.label(), plans), wanted);
  }

  /** The table speaks first; whatever throws takes everything back. */
  private Job begin(Tx tx, String project, Plan plan, List<NewSize> wanted) {
    Job job = tx.begin(plan);
    wanted.forEach(one -> check(tx.state(), find(tx.state(), project, one).spec(), project, one));
    return job;
  }

  private void check(State state, Volume disk, String project, NewSize wanted) {
    Range sizes = Offer.sizes(offer.byName(disk.type()), disk.bootable());
    if (wanted.size() > sizes.max()) {
      throw new ApiError("EVS.1014", "new_size %s is not in %s.".formatted(wanted.size(), sizes));
    }
    Problem.refuse(offer.excess(state, project, disk.type(), wanted.size()));
  }

  /** How a disk is extended once that is paid. */
  public Plan ordered(State state, String project, NewSize wanted) {
    return plan(state, project, wanted, offer.room());
  }

  private Plan plan(State state, String project, NewSize wanted, Room room) {
    Resource<Volume> disk = find(state, project, wanted);
    var extension = new Extension(wanted.size(), unfit(state, disk), room);
    return Plan.of(VolumeTable.EXTEND, disk.ref(), extension).called(JobType.EXTEND.label());
  }

  /** Whether a disk is paid for by month or year. */
  public static boolean isPrepaid(State state, String project, NewSize wanted) {
    return find(state, project, wanted).spec().prepaid();
  }

  private static Resource<Volume> find(State state, String project, NewSize wanted) {
    return state.require(VolumeTable.VOLUMES, project, wanted.id());
  }

  /** Why one of its servers does not allow it, or null. */
  private String unfit(State state, Resource<Volume> disk) {
    List<Attachment> places = disk.spec().attachments();
    return places.stream()
        .map(place -> servers.find(state, disk.ref().project(), place.server().id()))
        .filter(Objects::nonNull)
        .filter(server -> !FIT.contains(server.api()))
        .findFirst()
        .map(
            server ->
                "The server %s is %s; its disks can be extended when it is one of %s."
                    .formatted(server.ref().id(), server.api(), FIT.stream().sorted().toList()))
        .orElse(null);
  }
}

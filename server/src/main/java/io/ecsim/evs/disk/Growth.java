package io.ecsim.evs.disk;

import io.ecsim.api.ApiError;
import io.ecsim.inventory.Inventory;
import io.ecsim.inventory.Range;
import io.ecsim.pack.Problem;
import io.ecsim.pack.Servers;
import io.ecsim.sim.Job;
import io.ecsim.sim.Plan;
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
   * Begins to extend a disk, or refuses. The table speaks first; whatever throws takes everything
   * back.
   *
   * @param size GiB it shall have
   */
  public Job begin(Tx tx, String project, String id, int size) {
    Resource<Volume> disk = tx.state().require(VolumeTable.VOLUMES, project, id);
    if (disk.spec().prepaid()) {
      throw new ApiError(
          501,
          "ecsim.NotModelled",
          "ecsim does not model ResizeVolume of the prepaid %s.".formatted(disk.ref()));
    }
    var extension = new Extension(size, unfit(tx.state(), disk));
    Job job =
        tx.begin(Plan.of(VolumeTable.EXTEND, disk.ref(), extension).called(JobType.EXTEND.label()));
    Range sizes = Offer.sizes(offer.byName(disk.spec().type()), disk.spec().bootable());
    if (size > sizes.max()) {
      throw new ApiError("EVS.1014", "new_size %s is not in %s.".formatted(size, sizes));
    }
    Problem excess = offer.excess(tx.state(), project, disk.spec().type(), size);
    if (excess != null) {
      throw excess.as(null);
    }
    return job;
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

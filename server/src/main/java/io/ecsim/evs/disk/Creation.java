package io.ecsim.evs.disk;

import io.ecsim.api.ApiError;
import io.ecsim.inventory.Inventory;
import io.ecsim.inventory.Limit;
import io.ecsim.pack.Booking;
import io.ecsim.pack.Images;
import io.ecsim.pack.Problem;
import io.ecsim.pack.Servers;
import io.ecsim.sim.Job;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.State;
import io.ecsim.sim.Tx;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How disks come to be that a client asks for. */
public final class Creation {
  private final Offer offer;
  private final NewVolumeRules rules;
  private final Images images;
  private final Servers servers;
  private final BackupSource backups;

  public Creation(Inventory inventory, Images images, Servers servers, BackupSource backups) {
    this.offer = new Offer(inventory);
    this.rules = new NewVolumeRules(new TagRules(inventory.limits().of(Limit.VOLUME_TAGS)));
    this.images = images;
    this.servers = servers;
    this.backups = backups;
  }

  /**
   * What a request has led to.
   *
   * @param job the id of the job, or of the order
   * @param disks the ids of the disks
   */
  public record Made(String job, List<String> disks) {}

  /**
   * What can be made.
   *
   * @param disks what the disks will be called
   * @param plan how they are made
   */
  public record Prepared(List<Ref> disks, Plan plan) {}

  /** Begins to make the disks, or refuses. */
  public Made begin(Tx tx, String project, NewVolume wanted) {
    Prepared prepared = prepare(tx, project, wanted, null);
    Job job = tx.begin(prepared.plan());
    return new Made(job.id(), prepared.disks().stream().map(Ref::id).toList());
  }

  /**
   * Finds out how the disks are made, or refuses.
   *
   * @param order the id of the order that pays for them, or null
   */
  public Prepared prepare(Tx tx, String project, NewVolume asked, String order) {
    rules.check(asked);
    State state = tx.state();
    Source source = source(state, project, asked);
    NewVolume wanted = asked.filled(source, offer);
    Servers.Facts server = server(state, project, wanted);
    check(state, project, wanted, source.bootable());
    Room room = order == null ? null : offer.room();
    var disks = new ArrayList<Ref>();
    var plans = new ArrayList<Plan>();
    for (int nth = 1; nth <= wanted.count(); nth++) {
      Volume made = volume(wanted, nth, source);
      Volume volume = order == null ? made : made.paidBy(order);
      String type = VolumeTable.VOLUMES.type();
      Ref disk = new Ref(type, project, tx.id(type, project, volume.name()));
      disks.add(disk);
      plans.add(plan(state, disk, volume, server, room));
    }
    return new Prepared(
        disks,
        plans.size() == 1 ? plans.get(0) : Plan.together(JobType.BATCH_CREATE.label(), plans));
  }

  private Source source(State state, String project, NewVolume wanted) {
    if (wanted.backup() != null) {
      return backups.of(state, project, wanted);
    }
    return wanted.snapshot() != null
        ? snapshot(state, project, wanted)
        : Source.of(image(state, project, wanted));
  }

  private static Source snapshot(State state, String project, NewVolume wanted) {
    Problem.refuse(
        SnapshotSource.problem(
            state, project, wanted.snapshot(), wanted.zone(), wanted.type(), wanted.size()));
    return SnapshotSource.of(state, project, wanted.snapshot());
  }

  private Images.Facts image(State state, String project, NewVolume wanted) {
    if (wanted.image() == null) {
      return null;
    }
    Images.Facts image = images.find(state, project, wanted.image());
    if (image == null) {
      throw new ApiError("EVS.2046", "There is no image %s.".formatted(wanted.image()));
    }
    if (!image.active()) {
      throw new ApiError("EVS.5400", "The image %s is not active.".formatted(wanted.image()));
    }
    if (wanted.shared() && !image.dataDisk()) {
      throw new ApiError(
          "EVS.2094", "multiattach true with the system disk image %s.".formatted(wanted.image()));
    }
    if (wanted.size() > 0 && wanted.size() < image.minDisk()) {
      throw new ApiError(
          "EVS.1010",
          "size %s is less than min_disk %s of the image %s."
              .formatted(wanted.size(), image.minDisk(), wanted.image()));
    }
    return image;
  }

  private Servers.Facts server(State state, String project, NewVolume wanted) {
    if (wanted.server() == null) {
      return null;
    }
    Servers.Facts server = servers.find(state, project, wanted.server());
    if (server == null) {
      throw new ApiError("EVS.2131", "There is no server %s.".formatted(wanted.server()));
    }
    if (server.order() != null && !Booking.stands(state, project, server.order())) {
      throw new ApiError(
          "EVS.2133",
          "The order %s of the server %s cannot be found."
              .formatted(server.order(), wanted.server()));
    }
    if (!server.zone().equals(wanted.zone())) {
      throw new ApiError(
          "EVS.2053",
          "availability_zone %s is not that of the server %s: %s."
              .formatted(wanted.zone(), wanted.server(), server.zone()));
    }
    return server;
  }

  private void check(State state, String project, NewVolume wanted, boolean system) {
    var wish =
        new Offer.Wish(
            wanted.type(),
            wanted.zone(),
            wanted.size(),
            system,
            wanted.iops(),
            wanted.throughput());
    Problem.refuse(offer.problem(wish));
    Problem.refuse(offer.excess(state, project, Collections.nCopies(wanted.count(), wish)));
  }

  private static Volume volume(NewVolume wanted, int nth, Source source) {
    return new VolumeDraft(wanted.type(), wanted.zone(), wanted.size())
        .name(wanted.name(nth))
        .description(wanted.description())
        .bootable(source.bootable())
        .multiattach(wanted.shared())
        .performance(wanted.iops(), wanted.throughput())
        .enterpriseProject(wanted.enterpriseProject())
        .tags(wanted.tags())
        .metadata(source.metadata(wanted.metadata()))
        .image(source.image())
        .snapshot(source.snapshot())
        .backup(source.backup())
        .made();
  }

  private Plan plan(State state, Ref disk, Volume volume, Servers.Facts server, Room room) {
    Plan create =
        Plan.create(VolumeTable.CREATE, disk, volume, room).called(JobType.CREATE.label());
    return server == null
        ? create
        : Plan.inOrder(
            JobType.CREATE.label(),
            List.of(create, servers.attach(state, server.ref(), disk, null).failingAs("EVS.2134")));
  }
}

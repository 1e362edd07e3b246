package io.ecsim.evs;

import io.ecsim.evs.disk.Attaching;
import io.ecsim.evs.disk.Attachment;
import io.ecsim.evs.disk.Deletion;
import io.ecsim.evs.disk.ImageMetadata;
import io.ecsim.evs.disk.JobType;
import io.ecsim.evs.disk.Offer;
import io.ecsim.evs.disk.Snapshot;
import io.ecsim.evs.disk.SnapshotSource;
import io.ecsim.evs.disk.SnapshotTable;
import io.ecsim.evs.disk.Source;
import io.ecsim.evs.disk.Volume;
import io.ecsim.evs.disk.VolumeDraft;
import io.ecsim.evs.disk.VolumeTable;
import io.ecsim.inventory.Inventory;
import io.ecsim.inventory.Limit;
import io.ecsim.pack.Disks;
import io.ecsim.pack.Images;
import io.ecsim.pack.Problem;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import io.ecsim.sim.Tx;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Disks, as servers deal with them. */
public final class EvsDisks implements Disks {
  private static final Comparator<Attachment> SYSTEM_FIRST =
      Comparator.comparing((Attachment attachment) -> attachment.bootIndex() != 0)
          .thenComparing(attachment -> !attachment.made())
          .thenComparingLong(Attachment::attachedAt);

  private final Images images;
  private final Offer offer;
  private final int mostServers;

  /** The disks of a cloud that offers this. */
  public EvsDisks(Inventory inventory, Images images) {
    this.images = images;
    this.offer = new Offer(inventory);
    this.mostServers = inventory.limits().of(Limit.SERVERS_PER_SHARED_VOLUME);
  }

  @Override
  public Order like(State state, Ref disk, Ref server, String id, String imageId) {
    Volume volume = state.require(VolumeTable.VOLUMES, disk).spec();
    Attachment place = volume.in(server).orElseThrow();
    return new Order(
        id,
        volume.name(),
        volume.size(),
        volume.type(),
        volume.zone(),
        imageId,
        null,
        place.bootIndex(),
        place.deleteOnTermination(),
        volume.multiattach(),
        volume.scsi(),
        volume.metadata(),
        volume.iops(),
        volume.throughput());
  }

  @Override
  public Plan createAndAttach(State state, Ref server, Order order, String device) {
    Ref disk = ref(server.project(), order.id());
    Volume made = volume(state, server, order);
    var place = new Attachment(server, device, order.bootIndex(), order.deleteOnTermination(), 0);
    return Plan.inOrder(
        JobType.CREATE.label(),
        List.of(
            Plan.create(VolumeTable.CREATE, disk, made, null).called(JobType.CREATE.label()),
            attach(disk, place)));
  }

  private Volume volume(State state, Ref server, Order order) {
    VolumeDraft draft =
        new VolumeDraft(order.type(), order.zone(), order.size())
            .name(order.name())
            .bootable(order.bootIndex() == 0)
            .multiattach(order.multiattach())
            .performance(order.iops(), order.throughput())
            .metadata(metadata(order))
            .claim(server);
    return order.snapshotId() == null
        ? draft.image(ImageMetadata.of(image(state, server.project(), order.imageId()))).made()
        : filled(draft, order, SnapshotSource.of(state, server.project(), order.snapshotId()));
  }

  private static Volume filled(VolumeDraft draft, Order order, Source source) {
    return draft
        .snapshot(order.snapshotId())
        .bootable(source.bootable())
        .metadata(source.metadata(metadata(order)))
        .image(source.image())
        .made();
  }

  private Images.Facts image(State state, String project, String id) {
    return id == null ? null : images.find(state, project, id);
  }

  private static Map<String, String> metadata(Order order) {
    var metadata = new LinkedHashMap<>(order.metadata());
    if (order.scsi()) {
      metadata.put(Volume.PASSTHROUGH, "true");
    }
    return metadata;
  }

  @Override
  public Plan attach(
      Ref disk, Ref server, String device, int bootIndex, boolean deleteOnTermination) {
    return attach(disk, new Attachment(server, device, bootIndex, deleteOnTermination, 0));
  }

  private Plan attach(Ref disk, Attachment place) {
    return Plan.of(VolumeTable.ATTACH, disk, new Attaching(place, mostServers));
  }

  @Override
  public Plan detach(Ref disk, Ref server) {
    return Plan.of(VolumeTable.DETACH, disk, server);
  }

  @Override
  public List<Plan> release(State state, Ref server, boolean all, String order) {
    return state.usersOf(server, VolumeTable.VOLUMES).stream()
        .map(disk -> release(disk, server, all, order))
        .toList();
  }

  private static Plan release(Resource<Volume> disk, Ref server, boolean all, String order) {
    if (order != null && order.equals(disk.spec().metadata().get(Volume.ORDER))) {
      return removed(disk.ref(), server, Deletion.UNSUBSCRIBING);
    }
    return goes(disk.spec(), server, all)
        ? removed(disk.ref(), server, Deletion.SWEEPING)
        : Plan.of(VolumeTable.RELEASE, disk.ref(), server);
  }

  @Override
  public Map<String, String> image(State state, Ref disk) {
    return state.require(VolumeTable.VOLUMES, disk).spec().image();
  }

  @Override
  public Plan copied(Ref disk) {
    return Plan.of(VolumeTable.UPLOAD, disk, null);
  }

  @Override
  public Plan subscribe(Ref disk, String order) {
    return Plan.of(VolumeTable.SUBSCRIBE, disk, order);
  }

  @Override
  public Plan remove(Ref disk, Ref server) {
    return removed(disk, server, Deletion.SWEEPING);
  }

  private static Plan removed(Ref disk, Ref server, Deletion how) {
    return Plan.inOrder(
        JobType.DELETE.label(),
        List.of(
            Plan.of(VolumeTable.RELEASE, disk, server),
            Plan.of(VolumeTable.DELETE, disk, how)
                .through(VolumeTable.SERVER)
                .called(JobType.DELETE.label())));
  }

  @Override
  public List<Plan> discard(State state, Ref server) {
    return state.usersOf(server, VolumeTable.VOLUMES).stream()
        .filter(disk -> server.equals(disk.spec().claim()))
        .map(disk -> removed(disk.ref(), server, Deletion.SWEEPING))
        .toList();
  }

  /** A disk that nobody else has and that its server takes with it, or never got. */
  private static boolean goes(Volume disk, Ref server, boolean all) {
    boolean taken =
        all
            || server.equals(disk.claim())
            || disk.in(server).filter(Attachment::deleteOnTermination).isPresent();
    return taken && disk.onlyOf(server) && !disk.locked() && !disk.prepaid();
  }

  @Override
  public List<Attached> of(State state, Ref server) {
    return state.usersOf(server, VolumeTable.VOLUMES).stream()
        .filter(disk -> disk.spec().in(server).isPresent())
        .sorted(Comparator.comparing(disk -> disk.spec().in(server).orElseThrow(), SYSTEM_FIRST))
        .map(disk -> attached(disk, disk.spec().in(server).orElseThrow()))
        .toList();
  }

  private static Attached attached(Resource<Volume> disk, Attachment place) {
    return new Attached(
        disk.ref(),
        disk.spec().size(),
        disk.spec().type(),
        place.device(),
        place.bootIndex(),
        place.deleteOnTermination(),
        disk.spec().scsi(),
        disk.spec().multiattach(),
        disk.spec().prepaid(),
        disk.status().label());
  }

  @Override
  public void deleteOnTermination(Tx tx, Ref disk, Ref server, boolean value) {
    tx.change(
        VolumeTable.VOLUMES,
        disk,
        volume -> volume.in(server, attachment -> attachment.going(value)));
  }

  @Override
  public Facts find(State state, String project, String id) {
    Resource<Volume> disk = disk(state, project, id);
    return disk == null
        ? null
        : new Facts(
            disk.ref(),
            disk.spec().size(),
            disk.spec().zone(),
            disk.spec().scsi(),
            disk.spec().image().get("image_id"));
  }

  @Override
  public Origin snapshot(State state, String project, String id) {
    Resource<Snapshot> found = state.find(SnapshotTable.SNAPSHOTS, project, id);
    if (found == null) {
      return null;
    }
    Volume disk = SnapshotTable.disk(state, found.spec()).spec();
    return new Origin(
        id,
        found.spec().volume().id(),
        found.spec().size(),
        disk.type(),
        disk.zone(),
        disk.bootable(),
        disk.image().get("image_id"));
  }

  @Override
  public boolean exists(State state, String project, String id) {
    return disk(state, project, id) != null;
  }

  @Override
  public String zoneOf(State state, String project, String id) {
    Resource<Volume> disk = disk(state, project, id);
    return disk == null ? null : disk.spec().zone();
  }

  @Override
  public boolean isScsi(State state, String project, String id) {
    Resource<Volume> disk = disk(state, project, id);
    return disk != null && disk.spec().scsi();
  }

  @Override
  public Problem problem(State state, String project, List<Order> orders) {
    return orders.stream()
        .map(order -> problem(state, project, order))
        .filter(problem -> problem != null)
        .findFirst()
        .orElseGet(
            () -> offer.excess(state, project, orders.stream().map(Offer.Wish::of).toList()));
  }

  private Problem problem(State state, String project, Order order) {
    Problem unfit =
        order.snapshotId() == null
            ? null
            : SnapshotSource.problem(
                state, project, order.snapshotId(), order.zone(), order.type(), order.size());
    return unfit != null ? unfit : offer.problem(Offer.Wish.of(order));
  }

  private static Resource<Volume> disk(State state, String project, String id) {
    return state.find(VolumeTable.VOLUMES, project, id);
  }

  private static Ref ref(String project, String id) {
    return new Ref(VolumeTable.VOLUMES.type(), project, id);
  }
}

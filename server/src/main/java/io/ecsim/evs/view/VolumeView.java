package io.ecsim.evs.view;

import io.ecsim.api.Call;
import io.ecsim.api.evs.Link;
import io.ecsim.api.evs.ProvisionedPerformance;
import io.ecsim.api.evs.TaggedVolumeDetail;
import io.ecsim.api.evs.UpdateVolumeResponse;
import io.ecsim.api.evs.VolumeAttachment;
import io.ecsim.api.evs.VolumeDetail;
import io.ecsim.api.evs.VolumeLink;
import io.ecsim.evs.disk.Attachment;
import io.ecsim.evs.disk.Volume;
import io.ecsim.sim.Ids;
import io.ecsim.sim.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Disks as the EVS API shows them: {@code evs-schemas.md} 1. */
public final class VolumeView {
  /** The only kind of storage there is: no dedicated pools. */
  public static final String SERVICE = "EVS";

  /** Disks are not replicated. */
  static final String REPLICATION = "disabled";

  private final String user;

  /** A view in which all disks were made by this user. */
  public VolumeView(String user) {
    this.user = user;
  }

  /** By whom all disks were made. */
  String user() {
    return user;
  }

  public VolumeDetail detail(Call call, Resource<Volume> disk) {
    return detail(disk, links(call, disk));
  }

  /** All that is known of a disk, with these links to it. */
  public VolumeDetail detail(Resource<Volume> disk, List<Link> links) {
    Volume volume = disk.spec();
    return VolumeDetail.builder()
        .id(disk.id())
        .links(links)
        .name(volume.name())
        .description(volume.description())
        .status(disk.status().label())
        .attachments(attachments(disk))
        .availabilityZone(volume.zone())
        .host(host(volume))
        .tenantId(disk.ref().project())
        .volumeImageMetadata(volume.fromImage() ? volume.image() : null)
        .createdAt(Times.created(disk))
        .updatedAt(Times.updated(disk))
        .backupId(volume.backup())
        .snapshotId(volume.snapshot())
        .volumeType(volume.type())
        .size(volume.size())
        .bootable(String.valueOf(volume.bootable()))
        .metadata(metadata(volume))
        .encrypted(volume.encrypted())
        .replicationStatus(REPLICATION)
        .shareable(String.valueOf(volume.multiattach()))
        .multiattach(volume.multiattach())
        .userId(user)
        .serviceType(SERVICE)
        .tags(volume.tags())
        .wwn(wwn(disk))
        .serialNumber(disk.id())
        .enterpriseProjectId(volume.enterpriseProject())
        .iops(performance(disk, "iops", volume.iops()))
        .throughput(performance(disk, "throughput", volume.throughput()))
        .build();
  }

  /** As the search by tags shows it. */
  public TaggedVolumeDetail tagged(Call call, Resource<Volume> disk) {
    Volume volume = disk.spec();
    return TaggedVolumeDetail.builder()
        .id(disk.id())
        .links(links(call, disk))
        .name(volume.name())
        .description(volume.description())
        .status(disk.status().label())
        .attachments(attachments(disk))
        .availabilityZone(volume.zone())
        .host(host(volume))
        .tenantId(disk.ref().project())
        .volumeImageMetadata(volume.image())
        .createdAt(Times.created(disk))
        .updatedAt(Times.updated(disk))
        .snapshotId(volume.snapshot())
        .volumeType(volume.type())
        .size(volume.size())
        .bootable(String.valueOf(volume.bootable()))
        .metadata(metadata(volume))
        .encrypted(volume.encrypted())
        .replicationStatus(REPLICATION)
        .shareable(volume.multiattach())
        .multiattach(volume.multiattach())
        .userId(user)
        .serviceType(SERVICE)
        .tags(volume.tags())
        .wwn(wwn(disk))
        .enterpriseProjectId(volume.enterpriseProject())
        .build();
  }

  /** As the answer to an update shows it: flat. */
  public UpdateVolumeResponse updated(Call call, Resource<Volume> disk) {
    Volume volume = disk.spec();
    return UpdateVolumeResponse.builder()
        .id(disk.id())
        .links(links(call, disk))
        .name(volume.name())
        .description(volume.description())
        .status(disk.status().label())
        .attachments(attachments(disk))
        .availabilityZone(volume.zone())
        .host(host(volume))
        .tenantId(disk.ref().project())
        .volumeImageMetadata(volume.fromImage() ? Map.copyOf(volume.image()) : null)
        .createdAt(Times.created(disk))
        .snapshotId(volume.snapshot())
        .volumeType(volume.type())
        .size(volume.size())
        .bootable(String.valueOf(volume.bootable()))
        .metadata(metadata(volume))
        .shareable(String.valueOf(volume.multiattach()))
        .multiattach(volume.multiattach())
        .build();
  }

  /** Id, links and name alone. */
  public VolumeLink brief(Call call, Resource<Volume> disk) {
    return new VolumeLink(disk.id(), links(call, disk), disk.spec().name());
  }

  private static List<Link> links(Call call, Resource<Volume> disk) {
    String path = "/" + disk.ref().project() + "/cloudvolumes/" + disk.id();
    return List.of(
        new Link(call.baseUrl() + "/v2" + path, "self"),
        new Link(call.baseUrl() + path, "bookmark"));
  }

  /** What is being attached is not attached yet. */
  public static List<VolumeAttachment> attachments(Resource<Volume> disk) {
    return disk.spec().attachments().stream()
        .filter(Attachment::made)
        .map(
            place ->
                VolumeAttachment.builder()
                    .id(disk.id())
                    .volumeId(disk.id())
                    .attachmentId(place.id(disk.id()))
                    .attachedAt(Times.moment(place.attachedAt()))
                    .serverId(place.server().id())
                    .device(place.device())
                    .build())
        .toList();
  }

  public static Map<String, String> metadata(Volume volume) {
    var metadata = new LinkedHashMap<>(volume.metadata());
    if (volume.attachments().stream().anyMatch(Attachment::made)) {
      metadata.put("attached_mode", "rw");
    }
    return metadata;
  }

  static String host(Volume volume) {
    return volume.zone() + "#" + volume.type();
  }

  /** The world-wide name, in the form of a storage array's. */
  public static String wwn(Resource<Volume> disk) {
    return "6888603" + Ids.hex(disk.id(), "wwn").substring(7);
  }

  private static ProvisionedPerformance performance(
      Resource<Volume> disk, String kind, Integer value) {
    return value == null
        ? null
        : new ProvisionedPerformance(false, Ids.uuid(disk.id(), kind), value, disk.id());
  }
}

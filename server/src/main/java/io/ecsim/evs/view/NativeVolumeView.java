package io.ecsim.evs.view;

import io.ecsim.api.Call;
import io.ecsim.api.evs.CinderVolume;
import io.ecsim.api.evs.CinderVolumeSummary;
import io.ecsim.api.evs.Link;
import io.ecsim.api.evs.VolumeDetail;
import io.ecsim.api.evs.VolumeLink;
import io.ecsim.evs.disk.Volume;
import io.ecsim.sim.Resource;
import java.util.List;

/** Disks as native operations show them: {@code evs-schemas.md} 1.2. */
public final class NativeVolumeView {
  private final VolumeView view;

  /** A view of the same disks as this one shows. */
  public NativeVolumeView(VolumeView view) {
    this.view = view;
  }

  /** As version 3 shows it. */
  public VolumeDetail detail(Call call, Resource<Volume> disk) {
    return view.detail(disk, links(call, "v3", disk));
  }

  /** As version 2 shows it. */
  public CinderVolume older(Call call, Resource<Volume> disk) {
    Volume volume = disk.spec();
    return CinderVolume.builder()
        .id(disk.id())
        .links(links(call, "v2", disk))
        .name(volume.name())
        .description(volume.description())
        .status(disk.status().label())
        .attachments(VolumeView.attachments(disk))
        .availabilityZone(volume.zone())
        .host(VolumeView.host(volume))
        .tenantId(disk.ref().project())
        .volumeImageMetadata(volume.fromImage() ? volume.image() : null)
        .createdAt(Times.created(disk))
        .updatedAt(Times.updated(disk))
        .volumeType(volume.type())
        .snapshotId(volume.snapshot())
        .size(volume.size())
        .bootable(String.valueOf(volume.bootable()))
        .metadata(VolumeView.metadata(volume))
        .encrypted(volume.encrypted())
        .replicationStatus(VolumeView.REPLICATION)
        .shareable(String.valueOf(volume.multiattach()))
        .multiattach(volume.multiattach())
        .userId(view.user())
        .build();
  }

  /** As the answers to a creation and an update show it. */
  public CinderVolumeSummary summary(Call call, String version, Resource<Volume> disk) {
    Volume volume = disk.spec();
    return CinderVolumeSummary.builder()
        .id(disk.id())
        .links(links(call, version, disk))
        .name(volume.name())
        .status(disk.status().label())
        .attachments(VolumeView.attachments(disk))
        .availabilityZone(volume.zone())
        .bootable(String.valueOf(volume.bootable()))
        .encrypted(volume.encrypted())
        .createdAt(Times.created(disk))
        .updatedAt(Times.updated(disk))
        .description(volume.description())
        .volumeType(volume.type())
        .replicationStatus(VolumeView.REPLICATION)
        .metadata(VolumeView.metadata(volume))
        .snapshotId(volume.snapshot())
        .size(volume.size())
        .userId(view.user())
        .shareable(String.valueOf(volume.multiattach()))
        .multiattach(volume.multiattach())
        .build();
  }

  /** Id, links and name alone. */
  public VolumeLink brief(Call call, String version, Resource<Volume> disk) {
    return new VolumeLink(disk.id(), links(call, version, disk), disk.spec().name());
  }

  private static List<Link> links(Call call, String version, Resource<Volume> disk) {
    String path = "/" + disk.ref().project() + "/volumes/" + disk.id();
    return List.of(
        new Link(call.baseUrl() + "/" + version + path, "self"),
        new Link(call.baseUrl() + path, "bookmark"));
  }
}

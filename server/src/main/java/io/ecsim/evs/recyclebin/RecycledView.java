package io.ecsim.evs.recyclebin;

import io.ecsim.api.evs.RecycledVolume;
import io.ecsim.evs.disk.BinStay;
import io.ecsim.evs.disk.Volume;
import io.ecsim.evs.view.Times;
import io.ecsim.evs.view.VolumeView;
import io.ecsim.sim.Resource;

/** Disks in the recycle bin as the API shows them: {@code evs-schemas.md} 9. */
final class RecycledView {
  private RecycledView() {}

  /** A disk that was forced into the bin has no dates. */
  static RecycledVolume of(Resource<Volume> disk) {
    Volume volume = disk.spec();
    BinStay stay = volume.stay();
    return RecycledVolume.builder()
        .id(disk.id())
        .name(volume.name())
        .description(volume.description())
        .status(disk.status().label())
        .attachments(VolumeView.attachments(disk))
        .multiattach(volume.multiattach())
        .size(volume.size())
        .metadata(VolumeView.metadata(volume))
        .bootable(String.valueOf(volume.bootable()))
        .tags(volume.tags())
        .availabilityZone(volume.zone())
        .createdAt(Times.created(disk))
        .updatedAt(Times.updated(disk))
        .serviceType(VolumeView.SERVICE)
        .volumeType(volume.type())
        .enterpriseProjectId(volume.enterpriseProject())
        .planDeleteAt(stay == null ? null : Times.moment(stay.until()))
        .preDeletedAt(stay == null ? null : Times.moment(stay.since()))
        .volumeImageMetadata(volume.fromImage() ? volume.image() : null)
        .wwn(VolumeView.wwn(disk))
        .build();
  }
}

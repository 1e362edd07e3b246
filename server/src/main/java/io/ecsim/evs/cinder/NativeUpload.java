package io.ecsim.evs.cinder;

import io.ecsim.api.Call;
import io.ecsim.api.evs.CinderOsVolumeUploadImage;
import io.ecsim.api.evs.CinderUploadVolumeToImageResponse;
import io.ecsim.api.evs.CinderUploadingImage;
import io.ecsim.evs.disk.Texts;
import io.ecsim.evs.disk.Volume;
import io.ecsim.evs.disk.VolumeTable;
import io.ecsim.evs.view.Times;
import io.ecsim.inventory.Inventory;
import io.ecsim.inventory.VolumeType;
import io.ecsim.pack.ImageMaking;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Resource;
import io.ecsim.sim.Tx;

/** How a disk becomes an image: {@code evs-schemas.md} 3. */
public final class NativeUpload {
  private final Inventory inventory;
  private final ImageMaking studio;

  public NativeUpload(Inventory inventory, ImageMaking studio) {
    this.inventory = inventory;
    this.studio = studio;
  }

  /** Begins to make the image, or refuses. */
  CinderUploadVolumeToImageResponse begin(Call call, String id, CinderOsVolumeUploadImage wanted) {
    String image = call.transact(tx -> begin(tx, call.project(), id, wanted));
    Resource<Volume> disk = call.glance().require(VolumeTable.VOLUMES, call.project(), id);
    return new CinderUploadVolumeToImageResponse(
        CinderUploadingImage.builder()
            .id(id)
            .status(disk.status().label())
            .size(disk.spec().size())
            .imageId(image)
            .imageName(wanted.imageName())
            .diskFormat(diskFormat(wanted))
            .containerFormat(containerFormat(wanted))
            .volumeType(TypeOperations.shown(type(disk.spec())))
            .displayDescription(disk.spec().description())
            .updatedAt(Times.updated(disk))
            .build());
  }

  private String begin(Tx tx, String project, String id, CinderOsVolumeUploadImage wanted) {
    Resource<Volume> disk = tx.state().require(VolumeTable.VOLUMES, project, id);
    Plan copying =
        Plan.of(VolumeTable.UPLOAD, disk.ref(), null)
            .through(Boolean.TRUE.equals(wanted.force()) ? null : VolumeTable.GENTLY);
    var order =
        new ImageMaking.Order(
            wanted.imageName(),
            diskFormat(wanted),
            containerFormat(wanted),
            "windows".equals(wanted.osType()) ? "Windows" : "Linux",
            disk.spec().size(),
            !disk.spec().bootable(),
            disk.spec().image());
    return tx.begin(studio.make(tx, project, order, copying)).ref().id();
  }

  private VolumeType type(Volume disk) {
    return inventory.volumeTypes().stream()
        .filter(type -> type.name().equals(disk.type()))
        .findFirst()
        .orElseThrow();
  }

  private static String diskFormat(CinderOsVolumeUploadImage wanted) {
    return Texts.or(wanted.diskFormat(), "zvhd2");
  }

  private static String containerFormat(CinderOsVolumeUploadImage wanted) {
    return Texts.or(wanted.containerFormat(), "bare");
  }
}

package io.ecsim.ims;

import io.ecsim.api.ims.ImageInfo;
import io.ecsim.pack.Utc;
import io.ecsim.sim.Resource;
import java.util.List;

/** An image of a project as the API shows it; sizes in {@code __} members are texts. */
final class PrivateImageView {
  private static final long GIB = 1024L * 1024L * 1024L;

  private PrivateImageView() {}

  static ImageInfo of(Resource<PrivateImage> resource) {
    PrivateImage image = resource.spec();
    boolean active = resource.status() == ImageStatus.ACTIVE;
    String created = Utc.seconds(resource.createdAt());
    return ImageInfo.builder()
        .accountCode("")
        .description("")
        .imageLocation("")
        .imageSize(String.valueOf(active ? image.minDisk() * GIB : 0))
        .imageSourceType("uds")
        .imagetype("private")
        .isConfigInit("true")
        .isregistered("true")
        .originalimagename(image.name())
        .osBit(image.bits())
        .osType(image.os())
        .osVersion(image.platform())
        .platform(image.platform())
        .productcode("")
        .rootOrigin("file")
        .supportAgentList("")
        .supportArm("false")
        .supportFcInject("true")
        .supportKvm("true")
        .supportXen("true")
        .activeAt(active ? Utc.seconds(resource.since()) : "")
        .checksum("")
        .containerFormat(image.containerFormat())
        .createdAt(created)
        .diskFormat(image.diskFormat())
        .enterpriseProjectId("0")
        .file("/v2/images/" + resource.id() + "/file")
        .hwFirmwareType("bios")
        .hwVifMultiqueueEnabled("true")
        .id(resource.id())
        .maxRam("")
        .minDisk(image.minDisk())
        .minRam(image.minRam())
        .name(image.name())
        .owner(resource.ref().project())
        .protected_(false)
        .schema("/v2/schemas/image")
        .self("/v2/images/" + resource.id())
        .status(resource.status().label())
        .tags(List.of())
        .updatedAt(Utc.seconds(resource.updatedAt()))
        .virtualEnvType(image.dataDisk() ? "DataImage" : "FusionCompute")
        .visibility("private")
        .build();
  }
}

package io.ecsim.ims;

import io.ecsim.api.ims.ImageInfo;
import io.ecsim.inventory.Image;
import java.util.List;

/** A public image as the API shows it; sizes in {@code __} members are texts. */
final class ImageView {
  /** Who owns the public images: the cloud itself. */
  private static final String OWNER = "0ec5a0000000000000000000000000ff";

  private ImageView() {}

  static ImageInfo of(Image image) {
    return ImageInfo.builder()
        .accountCode("")
        .description("")
        .imageLocation("")
        .imageSize(String.valueOf(image.size()))
        .imageSourceType("uds")
        .imagetype("gold")
        .isConfigInit("true")
        .isregistered("true")
        .originalimagename(image.id())
        .osBit(image.bits())
        .osType(image.os())
        .osVersion(image.osVersion())
        .platform(image.platform())
        .productcode("")
        .rootOrigin("file")
        .supportAgentList("hss,ces")
        .supportArm(String.valueOf(image.arm()))
        .supportFcInject("true")
        .supportKvm("true")
        .supportXen(String.valueOf(!image.arm()))
        .activeAt(image.created())
        .checksum("d41d8cd98f00b204e9800998ecf8427e")
        .containerFormat("bare")
        .createdAt(image.created())
        .diskFormat("zvhd2")
        .enterpriseProjectId("0")
        .file("/v2/images/" + image.id() + "/file")
        .hwFirmwareType(image.arm() ? "uefi" : "bios")
        .hwVifMultiqueueEnabled("true")
        .id(image.id())
        .maxRam("")
        .minDisk(image.minDisk())
        .minRam(image.minRam())
        .name(image.name())
        .owner(OWNER)
        .protected_(true)
        .schema("/v2/schemas/image")
        .self("/v2/images/" + image.id())
        .status("active")
        .tags(List.of())
        .updatedAt(image.created())
        .virtualEnvType("FusionCompute")
        .visibility("public")
        .build();
  }
}

package io.ecsim.ims;

import io.ecsim.api.ApiError;
import io.ecsim.api.ims.ImageInfo;
import io.ecsim.api.ims.ListImagesQuery;
import io.ecsim.inventory.Flavor;

/**
 * Which images a list asks for: every key that is there must fit. The enterprise project says
 * nothing about public images.
 *
 * @param flavor the flavor they must run on, or null for any
 */
record ImageFilter(ListImagesQuery query, Flavor flavor) {

  boolean accepts(ImageInfo image) {
    return fits(query.id(), image.id())
        && fits(query.name(), image.name())
        && fits(query.status(), image.status())
        && fits(query.owner(), image.owner())
        && fits(query.visibility(), image.visibility())
        && fits(query.imagetype(), image.imagetype())
        && fits(query.isregistered(), image.isregistered())
        && fits(query.containerFormat(), image.containerFormat())
        && fits(query.diskFormat(), image.diskFormat())
        && fits(query.virtualEnvType(), image.virtualEnvType())
        && (query.minDisk() == null || query.minDisk().equals(image.minDisk()))
        && (query.minRam() == null || query.minRam().equals(image.minRam()))
        && (query.protected_() == null || query.protected_().equals(image.protected_()))
        && (query.tag() == null || image.tags().contains(query.tag()))
        && query.memberStatus() == null
        && when(query.createdAt(), image.createdAt())
        && when(query.updatedAt(), image.updatedAt())
        && system(image)
        && supports(image);
  }

  private boolean system(ImageInfo image) {
    boolean arm = Boolean.parseBoolean(image.supportArm());
    return fits(query.osBit(), image.osBit())
        && fits(query.osType(), image.osType())
        && fits(query.platform(), image.platform())
        && (query.architecture() == null || query.architecture().equals(arm ? "arm" : "x86"))
        && (flavor == null || flavor.arm() == arm);
  }

  private boolean supports(ImageInfo image) {
    return fits(query.supportKvm(), image.supportKvm())
        && fits(query.supportXen(), image.supportXen())
        && fits(query.supportDiskintensive(), image.supportDiskintensive())
        && fits(query.supportHighperformance(), image.supportHighperformance())
        && fits(query.supportKvmGpuType(), image.supportKvmGpuType())
        && fits(query.supportKvmInfiniband(), image.supportKvmInfiniband())
        && fits(query.supportLargememory(), image.supportLargememory())
        && fits(query.supportXenGpuType(), image.supportXenGpuType())
        && fits(query.supportXenHana(), image.supportXenHana());
  }

  private static boolean fits(String wanted, String value) {
    return wanted == null || wanted.isEmpty() || wanted.equals(value);
  }

  /** A condition like {@code gte:2024-01-01T00:00:00Z}; RFC 3339 in UTC sorts as text. */
  private static boolean when(String condition, String time) {
    if (condition == null || condition.isEmpty()) {
      return true;
    }
    String[] parts = condition.split(":", 2);
    int order = parts.length < 2 ? 0 : time.compareTo(parts[1]);
    return switch (parts[0]) {
      case "gt" -> order > 0;
      case "gte" -> order >= 0;
      case "lt" -> order < 0;
      case "lte" -> order <= 0;
      case "eq" -> order == 0;
      case "neq" -> order != 0;
      default ->
          throw new ApiError(
              400, "IMG.0001", "%s is no condition; write gte:TIME.".formatted(condition));
    };
  }
}

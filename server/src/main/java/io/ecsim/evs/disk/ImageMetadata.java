package io.ecsim.evs.disk;

import io.ecsim.pack.Images;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a disk keeps of the image it was made from: {@code volume_image_metadata}. */
public final class ImageMetadata {
  private ImageMetadata() {}

  /** The image's properties as texts; none without an image. */
  public static Map<String, String> of(Images.Facts image) {
    var properties = new LinkedHashMap<String, String>();
    if (image != null) {
      properties.put("image_id", image.id());
      properties.put("image_name", image.name());
      properties.put("min_disk", String.valueOf(image.minDisk()));
      properties.put("min_ram", String.valueOf(image.minRam()));
      properties.put("__imagetype", image.type());
      properties.put("__os_type", image.os());
      properties.put("__os_bit", image.bits());
      properties.put("__platform", image.platform());
    }
    return properties;
  }
}

package io.ecsim.ims;

import io.ecsim.api.ims.ImageInfo;
import java.util.Comparator;
import java.util.Objects;

/** The orders of lists of images: the newest first unless the client says. */
final class ImageOrder {
  private ImageOrder() {}

  /** By one key; equal ones by their ids, the same way. */
  static Comparator<ImageInfo> of(String key, String direction) {
    return directed(key(key).thenComparing(ImageInfo::id), direction);
  }

  /**
   * By several keys, the first counting most; equal ones by their ids, the way of the last.
   *
   * @param sort {@code name:asc,id:desc}; what has no direction descends
   */
  static Comparator<ImageInfo> of(String sort) {
    String[] keys = sort.split(",", -1);
    String[] last = parts(keys[keys.length - 1]);
    Comparator<ImageInfo> order = of(last[0], last[1]);
    for (int i = keys.length - 2; i >= 0; i--) {
      String[] parts = parts(keys[i]);
      order = directed(key(parts[0]), parts[1]).thenComparing(order);
    }
    return order;
  }

  /** A key and its direction, which may be empty. */
  private static String[] parts(String key) {
    return (key + ":").split(":", 3);
  }

  private static Comparator<ImageInfo> directed(Comparator<ImageInfo> order, String direction) {
    return "asc".equals(direction) ? order : order.reversed();
  }

  private static Comparator<ImageInfo> key(String key) {
    return switch (Objects.requireNonNullElse(key, "created_at")) {
      case "name" -> Comparator.comparing(ImageInfo::name);
      case "status" -> Comparator.comparing(ImageInfo::status);
      case "container_format" -> Comparator.comparing(ImageInfo::containerFormat);
      case "disk_format" -> Comparator.comparing(ImageInfo::diskFormat);
      case "id" -> Comparator.comparing(ImageInfo::id);
      case "size" -> Comparator.comparing(image -> Long.valueOf(image.imageSize()));
      case "min_disk" -> Comparator.comparing(ImageInfo::minDisk);
      case "min_ram" -> Comparator.comparing(ImageInfo::minRam);
      case "updated_at" -> Comparator.comparing(ImageInfo::updatedAt);
      default -> Comparator.comparing(ImageInfo::createdAt);
    };
  }
}

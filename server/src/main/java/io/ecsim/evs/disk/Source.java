package io.ecsim.evs.disk;

import io.ecsim.pack.Images;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a disk is to be made from, and what it takes from there.
 *
 * @param snapshot the id of a snapshot, or null
 * @param backup the id of a backup, or null
 * @param zone where such disks are, or null for anywhere
 * @param type the type of the disk it is data of, or null
 * @param size GiB of a disk that asks for no size; 0 if it must
 * @param bootable whether a server can be started from it
 * @param image what it knows of the image it was once made from; empty without one
 * @param secrets metadata of the disk it is data of: what is encrypted stays so
 */
public record Source(
    String snapshot,
    String backup,
    String zone,
    String type,
    int size,
    boolean bootable,
    Map<String, String> image,
    Map<String, String> secrets) {

  /** No source at all: the disk is blank. */
  static final Source NONE = new Source(null, null, null, null, 0, false, Map.of(), Map.of());

  /** An image; null is none. */
  static Source of(Images.Facts image) {
    return image == null
        ? NONE
        : new Source(
            null, null, null, null, 0, !image.dataDisk(), ImageMetadata.of(image), Map.of());
  }

  /** The metadata of a disk that tells whether and how it is encrypted. */
  public static Map<String, String> secrets(Volume disk) {
    var secrets = new LinkedHashMap<String, String>();
    List.of(MetadataRules.ENCRYPTED, MetadataRules.KEY).stream()
        .filter(disk.metadata()::containsKey)
        .forEach(key -> secrets.put(key, disk.metadata().get(key)));
    return secrets;
  }

  /** The metadata of a disk made from it. */
  public Map<String, String> metadata(Map<String, String> wanted) {
    var metadata = new LinkedHashMap<>(wanted);
    metadata.putAll(secrets);
    return metadata;
  }
}

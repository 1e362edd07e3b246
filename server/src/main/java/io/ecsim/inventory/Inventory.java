package io.ecsim.inventory;

import java.util.List;

/**
 * What a world offers. Immutable, shared by all worlds of a server.
 *
 * @param region {@code cn-north-4}
 * @param zones the availability zones in order: {@code cn-north-4a}
 * @param account whose cloud it is
 * @param volumeTypes the disk types in the order of lists
 * @param flavors the flavors in the order of lists
 * @param images the public images in the order of lists
 * @param network what each project finds as its first network
 * @param limits quotas and other bounds
 */
public record Inventory(
    String region,
    List<String> zones,
    Account account,
    List<VolumeType> volumeTypes,
    List<Flavor> flavors,
    List<Image> images,
    DefaultNetwork network,
    Limits limits) {

  /** Makes the lists immutable, and has each flavor say where it is sold. */
  public Inventory {
    zones = List.copyOf(zones);
    List<String> all = zones;
    volumeTypes = List.copyOf(volumeTypes);
    flavors = flavors.stream().map(flavor -> flavor.in(all)).toList();
    images = List.copyOf(images);
  }

  /** What ecsim offers in a region if no file says otherwise. */
  public static Inventory builtIn(String region) {
    return BuiltIn.inventory(region);
  }

  /** The disk type with this name or id, or null. */
  public VolumeType volumeType(String nameOrId) {
    return volumeTypes.stream()
        .filter(type -> type.name().equals(nameOrId) || type.id().equals(nameOrId))
        .findFirst()
        .orElse(null);
  }

  /** The flavors that the account may see, in the order of lists. */
  public List<Flavor> openFlavors() {
    return flavors.stream().filter(flavor -> flavor.openTo(account)).toList();
  }

  /** The flavor with this id, or null. */
  public Flavor flavor(String id) {
    return flavors.stream().filter(flavor -> flavor.id().equals(id)).findFirst().orElse(null);
  }

  /** The public image with this id, or null. */
  public Image image(String id) {
    return images.stream().filter(image -> image.id().equals(id)).findFirst().orElse(null);
  }
}

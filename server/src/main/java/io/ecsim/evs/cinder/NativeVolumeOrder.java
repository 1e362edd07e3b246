package io.ecsim.evs.cinder;

import io.ecsim.api.ApiError;
import io.ecsim.evs.disk.Texts;
import io.ecsim.evs.disk.Volume;
import io.ecsim.sim.Resource;
import java.util.Comparator;
import java.util.Set;

/** The order of a native list of disks. What is equal stays as created. */
final class NativeVolumeOrder {
  private static final String USUAL = "created_at";
  private static final Comparator<Resource<Volume>> BIRTH =
      Comparator.comparingLong(Resource::born);

  private NativeVolumeOrder() {}

  /** The order that is asked for: {@code sort} wins over {@code sort_key} and {@code sort_dir}. */
  static Comparator<Resource<Volume>> of(NativeListQuery query) {
    if (query.sort() == null || query.sort().isBlank()) {
      String direction = Texts.or(query.sortDir(), "desc");
      return by(Texts.or(query.sortKey(), USUAL), direction)
          .thenComparing(directed(BIRTH, direction));
    }
    Comparator<Resource<Volume>> order = null;
    for (String part : query.sort().split(",", -1)) {
      String[] words = part.strip().split(":", 2);
      var next = by(words[0].strip(), words.length > 1 ? words[1].strip() : "desc");
      order = order == null ? next : order.thenComparing(next);
    }
    return order.thenComparing(BIRTH.reversed());
  }

  private static Comparator<Resource<Volume>> by(String key, String direction) {
    if (!Set.of("asc", "desc").contains(direction)) {
      throw new ApiError("EVS.1040", "sort_dir %s is neither desc nor asc.".formatted(direction));
    }
    return directed(by(key), direction);
  }

  private static Comparator<Resource<Volume>> directed(
      Comparator<Resource<Volume>> order, String direction) {
    return direction.equals("asc") ? order : order.reversed();
  }

  private static Comparator<Resource<Volume>> by(String key) {
    return switch (key) {
      case USUAL -> BIRTH;
      case "updated_at" -> Comparator.comparingLong(Resource::updatedAt);
      case "id" -> Comparator.comparing(Resource::id);
      case "status" -> Comparator.comparing(disk -> disk.status().label());
      case "size" -> Comparator.comparingInt(disk -> disk.spec().size());
      case "name", "display_name" -> Comparator.comparing(disk -> disk.spec().name());
      case "availability_zone" -> Comparator.comparing(disk -> disk.spec().zone());
      case "bootable" -> Comparator.comparing(disk -> disk.spec().bootable());
      default ->
          throw new ApiError(
              "EVS.1039",
              "sort_key %s is none of id, status, size, name, availability_zone, bootable, created_at, updated_at."
                  .formatted(key));
    };
  }
}

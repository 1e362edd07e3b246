package io.ecsim.evs.huawei;

import io.ecsim.api.ApiError;
import io.ecsim.evs.disk.Texts;
import io.ecsim.evs.disk.Volume;
import io.ecsim.sim.Resource;
import java.util.Comparator;

/** The order of a list of disks: {@code evs-schemas.md} 4. What is equal stays as created. */
final class VolumeOrder {
  private static final Comparator<Resource<Volume>> BIRTH =
      Comparator.comparingLong(Resource::born);

  private VolumeOrder() {}

  /** The order of these words; null is the default. */
  static Comparator<Resource<Volume>> of(String key, String direction) {
    Comparator<Resource<Volume>> order = by(Texts.or(key, "created_at")).thenComparing(BIRTH);
    return switch (Texts.or(direction, "desc")) {
      case "asc" -> order;
      case "desc" -> order.reversed();
      default ->
          throw new ApiError(
              "EVS.1040", "sort_dir %s is neither desc nor asc.".formatted(direction));
    };
  }

  private static Comparator<Resource<Volume>> by(String key) {
    return switch (key) {
      case "created_at" -> BIRTH;
      case "id" -> Comparator.comparing(Resource::id);
      case "status" -> Comparator.comparing(disk -> disk.status().label());
      case "size" -> Comparator.comparingInt(disk -> disk.spec().size());
      default ->
          throw new ApiError(
              "EVS.1039", "sort_key %s is none of id, status, size, created_at.".formatted(key));
    };
  }
}

package io.ecsim.evs.view;

import io.ecsim.api.ApiError;
import io.ecsim.evs.disk.Snapshot;
import io.ecsim.evs.disk.Texts;
import io.ecsim.sim.Resource;
import java.util.Comparator;

/** In which order a list of snapshots comes: the newest first unless the client wants another. */
public final class SnapshotOrder {
  private static final Comparator<Resource<Snapshot>> BIRTH =
      Comparator.comparingLong(Resource::born);

  private SnapshotOrder() {}

  /** The order of these words; null is the default. */
  public static Comparator<Resource<Snapshot>> of(String key, String direction) {
    Comparator<Resource<Snapshot>> order = by(Texts.or(key, "created_at")).thenComparing(BIRTH);
    return switch (Texts.or(direction, "desc")) {
      case "asc" -> order;
      case "desc" -> order.reversed();
      default ->
          throw new ApiError(
              "EVS.1040", "sort_dir %s is neither desc nor asc.".formatted(direction));
    };
  }

  private static Comparator<Resource<Snapshot>> by(String key) {
    return switch (key) {
      case "created_at" -> BIRTH;
      case "id" -> Comparator.comparing(Resource::id);
      case "status" -> Comparator.comparing(snapshot -> snapshot.status().label());
      case "size" -> Comparator.comparingInt(snapshot -> snapshot.spec().size());
      case "name" -> Comparator.comparing(snapshot -> snapshot.spec().name());
      default ->
          throw new ApiError(
              "EVS.1039",
              "sort_key %s is none of id, name, status, size, created_at.".formatted(key));
    };
  }
}

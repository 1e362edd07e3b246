package io.ecsim.evs.group;

import io.ecsim.api.ApiError;
import io.ecsim.evs.disk.Texts;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.Comparator;

/** In which order a list of groups comes: the newest first unless the client wants another. */
final class GroupOrder {
  private static final Comparator<Resource<SnapshotGroup>> BIRTH =
      Comparator.comparingLong(Resource::born);

  private GroupOrder() {}

  /** The order of these words; null is the default. */
  static Comparator<Resource<SnapshotGroup>> of(String key, String direction, State state) {
    Comparator<Resource<SnapshotGroup>> order =
        by(Texts.or(key, "created_at"), state).thenComparing(BIRTH);
    return switch (Texts.or(direction, "desc")) {
      case "asc" -> order;
      case "desc" -> order.reversed();
      default ->
          throw new ApiError(
              "EVS.1040", "sort_dir %s is neither desc nor asc.".formatted(direction));
    };
  }

  private static Comparator<Resource<SnapshotGroup>> by(String key, State state) {
    return switch (key) {
      case "created_at" -> BIRTH;
      case "id" -> Comparator.comparing(Resource::id);
      case "status" -> Comparator.comparing(group -> group.status().label());
      case "size" -> Comparator.comparingInt(group -> size(state, group));
      default ->
          throw new ApiError(
              "EVS.1039", "sort_key %s is none of id, status, size, created_at.".formatted(key));
    };
  }

  /** GiB of all its snapshots. */
  private static int size(State state, Resource<SnapshotGroup> group) {
    return GroupTable.snapshots(state, group).stream()
        .mapToInt(snapshot -> snapshot.spec().size())
        .sum();
  }
}

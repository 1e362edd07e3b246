package io.ecsim.ecs.nova;

import io.ecsim.ecs.server.Server;
import io.ecsim.sim.Listing;
import io.ecsim.sim.Resource;
import java.util.List;
import java.util.function.Function;

/**
 * A stretch of a native list: {@code ecs-lifecycle.md} e.
 *
 * @param items what it holds
 * @param last the id of its last item if more come after it, else null
 */
record Page<T>(List<T> items, String last) {
  /** How many a page holds at most. */
  static final int MOST = 1000;

  /**
   * The stretch that is asked for.
   *
   * @param limit how many; 0 for as many as there can be
   * @param marker the id after which it begins; null or empty for the beginning
   * @throws io.ecsim.api.ApiError 403 for a limit beyond {@link #MOST}, 400 for a marker that is
   *     not there
   */
  static <T> Page<T> of(List<T> all, int limit, String marker, Function<T, String> id) {
    int most = most(limit);
    int from = 0;
    if (marker != null && !marker.isEmpty()) {
      from = all.stream().map(id).toList().indexOf(marker) + 1;
      if (from == 0) {
        throw NativeWords.badRequest("marker [%s] not found".formatted(marker));
      }
    }
    List<T> items = all.subList(from, Math.min(all.size(), from + most));
    boolean more = from + items.size() < all.size();
    return new Page<>(items, more ? id.apply(items.get(items.size() - 1)) : null);
  }

  /**
   * The stretch of servers that is asked for.
   *
   * @throws io.ecsim.api.ApiError as {@link #of(List, int, String, Function)} does; a marker that
   *     was deleted since keeps its place
   */
  static Page<Resource<Server>> of(Listing<Server> all, int limit, String marker) {
    Listing.Page<Server> cut = all.page(marker, 0, most(limit));
    if (cut == null) {
      throw NativeWords.badRequest("marker [%s] not found".formatted(marker));
    }
    List<Resource<Server>> items = cut.items();
    return new Page<>(items, cut.more() ? items.get(items.size() - 1).id() : null);
  }

  private static int most(int limit) {
    if (limit < 0) {
      throw NativeWords.badRequest("limit %d is negative.".formatted(limit));
    }
    if (limit > MOST) {
      throw NativeWords.forbidden("limit %d is above the maximum of %d.".formatted(limit, MOST));
    }
    return limit == 0 ? MOST : limit;
  }
}

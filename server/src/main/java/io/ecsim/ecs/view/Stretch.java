package io.ecsim.ecs.view;

import java.util.List;
import java.util.function.Function;

/**
 * A stretch of a list whose items are no resources of their own.
 *
 * @param items what it holds
 * @param more whether others follow
 */
public record Stretch<T>(List<T> items, boolean more) {

  /**
   * What follows a marker.
   *
   * @param marker the id of the last one of the page before; null or empty for the beginning, and
   *     nothing follows one that is not there
   * @param limit how many at most; null or 0 for all
   */
  public static <T> Stretch<T> of(
      List<T> all, Function<T, String> id, String marker, Integer limit) {
    int from = 0;
    if (marker != null && !marker.isEmpty()) {
      int place = all.stream().map(id).toList().indexOf(marker);
      from = place < 0 ? all.size() : place + 1;
    }
    int most = limit == null || limit == 0 ? all.size() : limit;
    int to = (int) Math.min(all.size(), (long) from + most);
    return new Stretch<>(all.subList(from, to), to < all.size());
  }

  /** The id to go on from, or null if nothing follows. */
  public String next(Function<T, String> id) {
    return more && !items.isEmpty() ? id.apply(items.get(items.size() - 1)) : null;
  }
}

package io.ecsim.vpc;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.vpc.PageInfo;
import io.ecsim.sim.Resource;
import io.ecsim.sim.Spec;
import java.util.List;
import java.util.stream.Stream;

/**
 * A page of a list: what comes after the marker, which is the last id of the page before. After an
 * unknown marker nothing comes.
 *
 * @param items what is on it
 * @param more whether there is another page
 */
record Page<S extends Spec>(List<Resource<S>> items, boolean more) {
  private static final int USUAL = 2000;

  /** The page; what is on it counts as seen. */
  static <S extends Spec> Page<S> of(
      Call call, Stream<Resource<S>> all, String marker, Integer limit) {
    int most = size(limit);
    Stream<Resource<S>> rest =
        marker == null || marker.isEmpty()
            ? all
            : all.dropWhile(item -> !item.id().equals(marker)).skip(1);
    List<Resource<S>> left = rest.toList();
    int size = Math.min(left.size(), most);
    left.subList(0, size).forEach(call.glance()::show);
    return new Page<>(left.subList(0, size), size < left.size());
  }

  /**
   * How much fits on a page.
   *
   * @param limit what the client says, or null
   * @throws ApiError {@code VPC.0101} if it is negative
   */
  static int size(Integer limit) {
    if (limit != null && limit < 0) {
      throw new ApiError("VPC.0101", "limit %d is negative.".formatted(limit));
    }
    return limit == null ? USUAL : limit;
  }

  /** How the third generation describes it. */
  PageInfo info() {
    String first = items.isEmpty() ? null : items.get(0).id();
    String last = items.isEmpty() ? null : items.get(items.size() - 1).id();
    return new PageInfo(items.size(), more ? last : null, first);
  }
}

package io.ecsim.eip;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.eip.PageInfo;
import io.ecsim.sim.Resource;
import io.ecsim.sim.Spec;
import java.util.List;

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
      Call call, List<Resource<S>> all, String marker, Integer offset, Integer limit) {
    if ((limit != null && limit < 0) || (offset != null && offset < 0)) {
      throw new ApiError("VPC.0501", "limit %s, offset %s: negative.".formatted(limit, offset));
    }
    List<Resource<S>> left =
        (marker == null || marker.isEmpty()
                ? all.stream()
                : all.stream().dropWhile(item -> !item.id().equals(marker)).skip(1))
            .skip(offset == null ? 0 : offset)
            .toList();
    int size = Math.min(left.size(), limit == null ? USUAL : limit);
    left.subList(0, size).forEach(call.glance()::show);
    return new Page<>(left.subList(0, size), size < left.size());
  }

  /** How the third generation describes it. */
  PageInfo info() {
    String first = items.isEmpty() ? null : items.get(0).id();
    String last = items.isEmpty() ? null : items.get(items.size() - 1).id();
    return new PageInfo(items.size(), more ? last : null, first);
  }
}

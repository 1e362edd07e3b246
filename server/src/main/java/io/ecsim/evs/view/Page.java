package io.ecsim.evs.view;

import io.ecsim.api.ApiError;
import io.ecsim.evs.disk.Texts;
import io.ecsim.sim.Listing;
import io.ecsim.sim.Spec;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Which stretch of a list is wanted: {@code evs-schemas.md} 4.
 *
 * @param limit how many at most
 * @param offset how many are left out, after the marker
 * @param marker the id after which it begins, or null
 */
public record Page(int limit, int offset, String marker) {
  private static final int MOST = 1000;

  /** Checks what a client wants; what is null is the default. */
  public static Page of(Integer limit, Integer offset, String marker) {
    if (limit != null && limit < 1) {
      throw new ApiError("EVS.1023", "limit %s is not in 1-%s.".formatted(limit, MOST));
    }
    if (limit != null && limit > MOST) {
      throw new ApiError("EVS.2142", "limit %s is above %s.".formatted(limit, MOST));
    }
    if (offset != null && offset < 0) {
      throw new ApiError("EVS.5400", "offset %s is negative.".formatted(offset));
    }
    if (marker != null && !Texts.isUuid(marker)) {
      throw new ApiError("EVS.1024", "marker %s is not a UUID.".formatted(marker));
    }
    return new Page(limit == null ? MOST : limit, offset == null ? 0 : offset, marker);
  }

  /** The stretch of this list; empty beyond its end. */
  public <T> List<T> cut(List<T> all, Function<T, String> id) {
    int from = Math.min(all.size(), start(all, id) + offset);
    return all.subList(from, Math.min(all.size(), from + limit));
  }

  /**
   * The stretch of this list; empty beyond its end.
   *
   * @throws ApiError {@code EVS.1024} for a marker that is, and lately was, nothing here
   */
  public <S extends Spec> Listing.Page<S> of(Listing<S> listing) {
    Listing.Page<S> page = listing.page(marker, offset, limit);
    if (page == null) {
      throw new ApiError("EVS.1024", "marker %s is nothing here.".formatted(marker));
    }
    return page;
  }

  /** Whether something comes after the stretch. */
  public <T> boolean more(List<T> all, Function<T, String> id) {
    return (long) start(all, id) + offset + limit < all.size();
  }

  private <T> int start(List<T> all, Function<T, String> id) {
    if (marker == null) {
      return 0;
    }
    return IntStream.range(0, all.size())
            .filter(i -> id.apply(all.get(i)).equals(marker))
            .findFirst()
            .orElseThrow(
                () -> new ApiError("EVS.1024", "marker %s is nothing here.".formatted(marker)))
        + 1;
  }
}

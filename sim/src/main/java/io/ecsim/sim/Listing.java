package io.ecsim.sim;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a client wants to see of a {@link Roll}: which, in which order, from where to where. It
 * looks at no more rows than it must: at those of the page where nothing is sorted, and at none to
 * count what has no condition.
 *
 * @param <S> what the resources hold
 */
public final class Listing<S extends Spec> {
  private final Roll<S> roll;
  private Predicate<Resource<S>> wanted;
  private Comparator<Resource<S>> order;

  private Listing(Roll<S> roll) {
    this.roll = roll;
  }

  /** All of a roll, as it stands there. */
  public static <S extends Spec> Listing<S> over(Roll<S> roll) {
    return new Listing<>(roll);
  }

  /**
   * Only those that fit what was given; null, an empty text and an empty collection are no
   * condition.
   */
  public <T> Listing<S> when(T given, BiPredicate<Resource<S>, T> fits) {
    if (given == null
        || "".equals(given)
        || (given instanceof Collection<?> items && items.isEmpty())) {
      return this;
    }
    Predicate<Resource<S>> one = resource -> fits.test(resource, given);
    wanted = wanted == null ? one : wanted.and(one);
    return this;
  }

  /** In this order, not that of the roll; no two may be equal in it. */
  public Listing<S> sorted(Comparator<Resource<S>> by) {
    order = by;
    return this;
  }

  /** How many there are on all pages. */
  public int count() {
    return wanted == null ? roll.size() : (int) roll.stream().filter(wanted).count();
  }

  /**
   * A stretch of it.
   *
   * @param items what it shows
   * @param more whether others follow
   */
  public record Page<S extends Spec>(List<Resource<S>> items, boolean more) {

    /** The id to go on from, or null if nothing follows. */
    public String next() {
      return more && !items.isEmpty() ? items.get(items.size() - 1).id() : null;
    }

    static <S extends Spec> Page<S> of(Stream<Resource<S>> rest, int limit) {
      List<Resource<S>> longer = rest.limit(limit + 1L).toList();
      return new Page<>(longer.subList(0, Math.min(limit, longer.size())), longer.size() > limit);
    }
  }

  /**
   * The stretch after the one with an id, which may be gone by now.
   *
   * @param marker the id; null or empty for the beginning
   * @param offset how many are left out before it
   * @param limit how many it holds at most
   * @return null if nobody with this id is known
   */
  public Page<S> page(String marker, long offset, int limit) {
    boolean marked = marker != null && !marker.isEmpty();
    Resource<S> last = marked ? roll.known(marker) : null;
    return marked && last == null ? null : Page.of(rest(last, offset), limit);
  }

  /** As {@link #page}, where nothing follows a marker that is not known. */
  public Page<S> rest(String marker, long offset, int limit) {
    Page<S> page = page(marker, offset, limit);
    return page == null ? new Page<>(List.of(), false) : page;
  }

  private Stream<Resource<S>> rest(Resource<S> last, long offset) {
    Roll<S> from = last == null || order != null ? roll : roll.after(last.id());
    if (wanted == null && order == null) {
      return from.skip(offset);
    }
    Stream<Resource<S>> fitting = wanted == null ? from.stream() : from.stream().filter(wanted);
    if (order == null) {
      return fitting.skip(offset);
    }
    return fitting
        .filter(resource -> last == null || order.compare(resource, last) > 0)
        .sorted(order)
        .skip(offset);
  }
}

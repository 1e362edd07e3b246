package io.ecsim.evs.cinder;

import io.ecsim.api.Call;
import io.ecsim.api.evs.Link;
import io.ecsim.evs.view.NextLink;
import io.ecsim.evs.view.Page;
import io.ecsim.sim.Listing;
import io.ecsim.sim.Resource;
import io.ecsim.sim.Spec;
import java.util.List;
import java.util.function.Function;

/**
 * A page of a native list.
 *
 * @param count how many there are on all pages, or null if nobody asked
 * @param items those of this page
 * @param links a link to the next page, or null on the last
 */
record NativePage<T>(Integer count, List<T> items, List<Link> links) {

  /**
   * The page that a client wants of a whole list; what is on it counts as seen.
   *
   * @param next the link to what comes after the item with an id
   */
  static <S extends Spec> NativePage<Resource<S>> of(
      Call call,
      List<Resource<S>> all,
      Page page,
      boolean counted,
      Function<String, NextLink> next) {
    List<Resource<S>> shown = page.cut(all, Resource::id);
    shown.forEach(call.glance()::show);
    return new NativePage<>(
        counted ? all.size() : null,
        shown,
        page.more(all, Resource::id)
            ? List.of(next.apply(shown.get(shown.size() - 1).id()).made())
            : null);
  }

  /** The page that a client wants of a list; what is on it counts as seen. */
  static <S extends Spec> NativePage<Resource<S>> of(
      Call call, Listing<S> all, Page page, boolean counted, Function<String, NextLink> next) {
    Listing.Page<S> cut = page.of(all);
    List<Resource<S>> shown = cut.items();
    shown.forEach(call.glance()::show);
    return new NativePage<>(
        counted ? all.count() : null,
        shown,
        cut.more() ? List.of(next.apply(shown.get(shown.size() - 1).id()).made()) : null);
  }

  /** The same as a client sees its items. */
  <R> NativePage<R> seen(Function<T, R> view) {
    return new NativePage<>(count, items.stream().map(view).toList(), links);
  }
}

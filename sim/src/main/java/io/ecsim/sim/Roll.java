package io.ecsim.sim;

import java.util.stream.Stream;
import org.pcollections.TreePMap;

/**
 * The resources of one type in one project that a list shows, in the order of creation or from the
 * newest on. A stretch of it costs what the stretch is long, not what there is: nobody is looked at
 * before somebody takes him from {@link #stream}.
 *
 * @param <S> what the resources hold
 */
public final class Roll<S extends Spec> {
  private final State state;
  private final Lifecycle<?, S> type;
  private final String project;
  private final boolean hidden;
  private final TreePMap<Long, Resource<?>> rows;

  private Roll(
      State state,
      Lifecycle<?, S> type,
      String project,
      boolean hidden,
      TreePMap<Long, Resource<?>> rows) {
    this.state = state;
    this.type = type;
    this.project = project;
    this.hidden = hidden;
    this.rows = rows;
  }

  static <S extends Spec> Roll<S> of(
      State state, Lifecycle<?, S> type, String project, boolean hidden) {
    return new Roll<>(state, type, project, hidden, state.shelf(type.type(), project).rows());
  }

  private Roll<S> over(TreePMap<Long, Resource<?>> stretch) {
    return new Roll<>(state, type, project, hidden, stretch);
  }

  /** How many there are on the whole roll, in no time; a stretch of it tells the same. */
  public int size() {
    Shelf shelf = state.shelf(type.type(), project);
    return hidden ? shelf.hidden() : shelf.size() - shelf.hidden();
  }

  /** The same from its end. */
  public Roll<S> reversed() {
    return over(rows.descendingMap());
  }

  /**
   * What comes after the one with this id, which may be gone or out of sight by now: who reads page
   * by page must not lose the place because the last one of a page was deleted.
   *
   * @return null if no such resource is known, nor was lately
   */
  public Roll<S> after(String id) {
    Resource<S> last = known(id);
    return last == null ? null : over(rows.tailMap(last.seq(), false));
  }

  /** The one with this id, also a hidden one, else what lately was it, else null. */
  Resource<S> known(String id) {
    Resource<?> there = state.shelf(type.type(), project).get(id);
    return there != null
        ? type.cast(there)
        : state.ended(type, project).filter(gone -> gone.id().equals(id)).findFirst().orElse(null);
  }

  /** All but the first ones. */
  public Stream<Resource<S>> skip(long count) {
    if (count <= 0) {
      return stream();
    }
    boolean mixed = size() != state.shelf(type.type(), project).size();
    return mixed ? stream().skip(count) : over(from(count)).stream();
  }

  /** What follows so many rows: the map knows its size, so this asks it log n times. */
  private TreePMap<Long, Resource<?>> from(long count) {
    if (count >= rows.size()) {
      return rows.isEmpty() ? rows : rows.tailMap(rows.lastKey(), false);
    }
    long near = rows.firstKey();
    long far = rows.lastKey();
    while (near != far) {
      long middle = near + (far - near) / 2;
      if (rows.headMap(middle, true).size() > count) {
        far = middle;
      } else {
        near = middle + Long.signum(far - near);
      }
    }
    return rows.tailMap(near, true);
  }

  /** One after the other, as far as they are taken. */
  public Stream<Resource<S>> stream() {
    return rows.values().stream()
        .filter(resource -> resource.status().hidden() == hidden)
        .map(type::cast);
  }
}

package io.ecsim.ecs.create;

import io.ecsim.api.ApiError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Members of one part of a request that not everything can be said with, a row each. A member that
 * is null, false or empty says nothing.
 *
 * @param <T> the part
 */
public final class Members<T> {
  private final String path;
  private final List<Row<T>> rows = new ArrayList<>();

  /**
   * One member.
   *
   * @param words what it may say; null if nothing at all, for want of a model
   */
  private record Row<T>(String name, Function<T, ?> value, List<String> words) {}

  private Members(String path) {
    this.path = path;
  }

  /** The part that stands here in its request: {@code server.root_volume}. */
  static <T> Members<T> of(String path) {
    return new Members<>(path);
  }

  /** A member that the cloud heeds and ecsim does not. */
  Members<T> unmodelled(String name, Function<T, ?> value) {
    rows.add(new Row<>(name, value, null));
    return this;
  }

  /** A member that knows only these words. */
  Members<T> knowing(String name, Function<T, ?> value, String... words) {
    rows.add(new Row<>(name, value, List.of(words)));
    return this;
  }

  /**
   * Refuses what cannot be said.
   *
   * @param part null for one that is not there
   * @throws ApiError {@code Ecs.0005} for an unknown word, HTTP 501 for what is not modelled; both
   *     name the member
   */
  public void check(T part) {
    if (part != null) {
      rows.forEach(row -> check(row.name(), row.value().apply(part), row.words()));
    }
  }

  /** Refuses what cannot be said in any of these; null stands for none. */
  public void checkEach(List<T> parts) {
    if (parts != null) {
      parts.forEach(this::check);
    }
  }

  private void check(String name, Object value, List<String> words) {
    if (!says(value)) {
      return;
    }
    String member = path + "." + name;
    if (words == null) {
      throw Unmodelled.use(member);
    }
    if (!words.contains(value.toString())) {
      throw new ApiError("Ecs.0005", "%s '%s' is none of %s.".formatted(member, value, words));
    }
  }

  private static boolean says(Object value) {
    return !(value == null
        || value.equals(false)
        || value.equals("")
        || (value instanceof Collection<?> several && several.isEmpty())
        || (value instanceof Map<?, ?> map && map.isEmpty()));
  }
}

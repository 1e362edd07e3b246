package io.ecsim.evs.view;

import io.ecsim.api.ApiError;
import io.ecsim.sim.Resource;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a native list asks of a time: {@code gte:2026-11-22T08:00:00,lt:2026-11-23T08:00:00}. All
 * conditions must hold; one without a word asks for that very time.
 */
public final class TimeCondition {
  private TimeCondition() {}

  /**
   * Which resources fit.
   *
   * @param text the condition on when they were made, or null
   */
  public static Predicate<Resource<?>> created(String text) {
    LongPredicate wanted = parse("created_at", text);
    return resource -> wanted.test(resource.createdAt());
  }

  /**
   * Which resources fit.
   *
   * @param text the condition on when they last changed, or null
   */
  public static Predicate<Resource<?>> updated(String text) {
    LongPredicate wanted = parse("updated_at", text);
    return resource -> wanted.test(resource.updatedAt());
  }

  private static LongPredicate parse(String field, String text) {
    if (text == null || text.isEmpty()) {
      return time -> true;
    }
    return Stream.of(text.split(",", -1))
        .map(part -> single(field, part.strip()))
        .reduce(LongPredicate::and)
        .orElseThrow();
  }

  private static LongPredicate single(String field, String part) {
    int colon = part.indexOf(':');
    String word = colon < 0 ? "" : part.substring(0, colon);
    boolean bare = word.isEmpty() || Character.isDigit(word.charAt(0));
    long time = Times.parsed(field, bare ? part : part.substring(colon + 1));
    return switch (bare ? "eq" : word) {
      case "gt" -> other -> other > time;
      case "gte" -> other -> other >= time;
      case "lt" -> other -> other < time;
      case "lte" -> other -> other <= time;
      case "eq" -> other -> other == time;
      case "neq" -> other -> other != time;
      default ->
          throw new ApiError(
              "EVS.5400",
              "%s %s: %s is none of gt, gte, eq, neq, lt, lte.".formatted(field, part, word));
    };
  }
}

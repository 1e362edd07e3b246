package io.ecsim.sim;

import java.util.List;
import java.util.function.Predicate;

/**
 * A way in which an edge can fail: a path of its own, not only a status.
 *
 * @param code the vendor's code that the job then shows
 * @param when whether this resource has the way; null where each has
 * @param steps what readers see on the way (rolling back), often nothing
 * @param end where it leads
 */
public record Failure<S extends Spec, A>(
    String code, Predicate<S> when, List<Step<S, A>> steps, End<S> end) {

  /** Whether what this spec describes can fail so. */
  boolean happensTo(S spec) {
    return when == null || when.test(spec);
  }
}

package io.ecsim.sim;

import java.util.function.BiPredicate;

/**
 * A stretch of an edge during which the status stands still.
 *
 * @param status the status that readers see
 * @param task the task word, or null
 * @param millis how long it lasts on the {@code real} clock
 * @param when whether this life has the step (downloading only with an image); null where each has
 */
public record Step<S extends Spec, A>(
    Status status, String task, long millis, BiPredicate<S, A> when) {

  /** Whether the life of this spec has the step. */
  boolean happensTo(S spec, A argument) {
    return when == null || when.test(spec, argument);
  }
}

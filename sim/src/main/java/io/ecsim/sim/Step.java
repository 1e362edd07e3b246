package io.ecsim.sim;

import java.util.function.BiPredicate;

/**
 * A stretch of an edge during which the status stands still.
 *
 * @param status the status that readers see
 * @param task the task word, or null
 * @param millis how long it lasts on the {@code real} clock
 * @param when whether this life has the step (downloading only with an image); null where each has
 * @param began the status an edge must have begun in to have the step; null for any
 */
public record Step<S extends Spec, A>(
    Status status, String task, long millis, BiPredicate<S, A> when, Status began) {

  /** Whether only some lives have the step. */
  public boolean sometimes() {
    return when != null || began != null;
  }

  /** Whether a life that began in this status has the step; null for one that begins now. */
  boolean happensTo(S spec, A argument, Status from) {
    return (when == null || when.test(spec, argument)) && (began == null || began.equals(from));
  }
}

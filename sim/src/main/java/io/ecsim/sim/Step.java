package io.ecsim.sim;

import java.util.function.BiPredicate;

/**
 * A stretch of an edge during which the status stands still.
 *
 * @param status the status that readers see
 * @param task the task word, or null
 * @param millis how long it lasts on the {@code real} clock
 * @param when whether this life has the step at all (downloading only with an image)
 */
public record Step<S extends Spec, A>(
    Status status, String task, long millis, BiPredicate<S, A> when) {}

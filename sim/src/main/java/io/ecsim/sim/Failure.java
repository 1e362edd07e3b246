package io.ecsim.sim;

import java.util.List;

/**
 * A way in which an edge can fail: a path of its own, not only a status.
 *
 * @param code the vendor's code that the job then shows
 * @param steps what readers see on the way (rolling back), often nothing
 * @param end where it leads
 */
public record Failure<S extends Spec, A>(String code, List<Step<S, A>> steps, End<S> end) {}

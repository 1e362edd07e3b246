package io.ecsim.sim;

import java.util.function.BiFunction;

/** Where an edge leads. */
public sealed interface End<S extends Spec> {
  /** To a status, fixed or computed from the spec as it is then and the status it began in. */
  record To<S extends Spec>(String label, BiFunction<S, Status, Status> status) implements End<S> {}

  /** Back to the status it began from. */
  record Back<S extends Spec>() implements End<S> {}

  /**
   * The resource is no more, and what it owns goes with it.
   *
   * @param label what tables and pictures call it
   * @param stranded where it leads instead while others still use it, so that nothing dangles; null
   *     for back
   * @param keeping what is kept of it instead; null for nothing
   */
  record Gone<S extends Spec>(String label, Status stranded, Keeping<S> keeping)
      implements End<S> {}

  /** What tables and pictures call it. */
  default String text() {
    if (this instanceof To<S> to) {
      return to.label();
    }
    return this instanceof Gone<S> gone ? gone.label() : "back";
  }
}

package io.ecsim.sim;

/** What an edge does to a spec. Pure: it is given all it needs and returns the new spec. */
@FunctionalInterface
public interface Change<S extends Spec, A> {
  /**
   * The spec after the change.
   *
   * @param spec the spec before
   * @param argument what the edge was begun with; may be null
   * @param now world time in milliseconds
   */
  S apply(S spec, A argument, long now);
}

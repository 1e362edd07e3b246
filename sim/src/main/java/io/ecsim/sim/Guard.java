package io.ecsim.sim;

/** A condition beside the status. */
@FunctionalInterface
public interface Guard<S extends Spec, A> {
  /**
   * Whether the edge may begin.
   *
   * @return why the edge may not begin, naming field and value, or null if it may
   */
  String refuses(State state, Resource<S> resource, A argument);
}

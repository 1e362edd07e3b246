package io.ecsim.sim;

/** What an edge makes of a resource with a view to the others, when it ends well. Pure. */
@FunctionalInterface
public interface Settlement<S extends Spec, A> {
  /**
   * The spec after the edge.
   *
   * @param state the state in which the edge ends, before it has changed anything
   * @param resource the resource as it is then
   * @param argument what the edge was begun with; may be null
   */
  S of(State state, Resource<S> resource, A argument);
}

package io.ecsim.sim;

import java.util.List;

/** What else an edge sets in motion, computed from the state it begins (or is undone) in. */
@FunctionalInterface
public interface Cascade<S extends Spec, A> {
  /** The plans of the parts, in their order. */
  List<Plan> of(State state, Resource<S> resource, A argument);
}

package io.ecsim.sim;

/** What an edge that ends a resource may keep of it for a while. */
@FunctionalInterface
public interface Keeping<S extends Spec> {
  /** What is kept, or null if nothing is; computed from the state it ends in. */
  Kept<S> of(State state, Resource<S> resource);
}

package io.ecsim.sim;

/** What an edge that has ended well leaves to be done later. */
@FunctionalInterface
public interface Appointing<S extends Spec, A> {
  /** What is to be done when, or null for nothing; computed from the state it has led to. */
  Appointment of(State state, Resource<S> resource, A argument);
}

package io.ecsim.sim;

import java.util.Objects;

/**
 * What is to be done at a date of the calendar.
 *
 * @param at world time in milliseconds
 * @param plan what is begun then, if its resource is still there; a refusal changes nothing
 */
public record Appointment(long at, Plan plan) {
  /** Checks that nothing is missing. */
  public Appointment {
    Objects.requireNonNull(plan);
  }
}

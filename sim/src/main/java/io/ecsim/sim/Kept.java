package io.ecsim.sim;

import java.util.Objects;

/**
 * A resource that did not go although its edge ended it: it waits for a date of the calendar.
 *
 * @param spec what it is from now on
 * @param status where in its lifecycle it is; usually a {@link Status#hidden} one
 * @param until world time in milliseconds at which {@code then} is carried out
 * @param then what becomes of it
 */
public record Kept<S extends Spec>(S spec, Status status, long until, Plan then) {
  /** Checks that nothing is missing. */
  public Kept {
    Objects.requireNonNull(spec);
    Objects.requireNonNull(status);
    Objects.requireNonNull(then);
  }
}

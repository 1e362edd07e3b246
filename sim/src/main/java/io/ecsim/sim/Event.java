package io.ecsim.sim;

/** What happens when its time has come. */
public sealed interface Event {
  /** A step of a job under way ends. */
  record StepEnds(String job) implements Event {}

  /** A stall that was given a duration ends. Waiting for idle does not count it. */
  record StallEnds(String job) implements Event {}

  /** A plan filed for a date of the calendar, which no pace shortens. */
  record Appointment(Plan plan) implements Event {}
}

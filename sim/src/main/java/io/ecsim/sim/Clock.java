package io.ecsim.sim;

/**
 * World time: the wall's plus an offset, or frozen. The pace divides the length of steps; it does
 * not touch the calendar.
 *
 * @param mode how long steps last
 * @param pace by what the length of a step is divided in {@code FAST}; otherwise without effect
 * @param show how often each step must be seen before it ends
 * @param anchor the frozen time in milliseconds if {@code STEPPED}, else what is added to the wall
 */
public record Clock(ClockMode mode, double pace, int show, long anchor) {
  /** The pace of {@code fast} without a number. */
  public static final double USUAL_PACE = 20;

  /** A clock that shows {@code start} at the wall time {@code wall}. */
  public static Clock of(ClockMode mode, double pace, int show, long start, long wall) {
    return new Clock(mode, pace, show, mode == ClockMode.STEPPED ? start : start - wall);
  }

  /** World time at this wall time, in milliseconds. */
  public long now(long wall) {
    return mode == ClockMode.STEPPED ? anchor : anchor + wall;
  }

  /** How long a step of {@code millis} lasts in world time. */
  public long lasting(long millis) {
    return switch (mode) {
      case INSTANT -> 0;
      case FAST -> Math.round(millis / pace);
      case REAL, STEPPED -> millis;
    };
  }

  /** The same moment, another way of going on. */
  public Clock turned(ClockMode newMode, double newPace, int newShow, long now, long wall) {
    return of(newMode, newPace, newShow, now, wall);
  }

  /** The same way of going on, from another moment. */
  public Clock at(long now, long wall) {
    return of(mode, pace, show, now, wall);
  }
}

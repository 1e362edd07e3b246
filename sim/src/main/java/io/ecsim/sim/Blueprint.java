package io.ecsim.sim;

import java.util.function.LongSupplier;

/**
 * What a new world is made from, and a reset one again.
 *
 * @param seed what ids and dice are hashed with
 * @param lifecycles the tables of all types
 * @param inventory what a project finds at first
 * @param mode how long steps last
 * @param pace by what steps are divided in {@code FAST}
 * @param show how often each step must be seen
 * @param start world time at the beginning in milliseconds, or negative for the wall's
 * @param wall the wall clock in milliseconds
 */
public record Blueprint(
    String seed,
    Lifecycles lifecycles,
    Seed inventory,
    ClockMode mode,
    double pace,
    int show,
    long start,
    LongSupplier wall) {

  State initial() {
    long present = wall.getAsLong();
    long begin = start < 0 ? present : start;
    return State.empty(seed, Clock.of(mode, pace, show, begin, present), begin);
  }
}

package io.ecsim.sim;

/** What a fault rule does when it fires. Durations are milliseconds of world time. */
public sealed interface Effect {
  /** The edge takes its failure path; {@code code} null is the edge's usual one. */
  record Fail(String code) implements Effect {}

  /** The intermediate status lasts, for ever if {@code millis} is negative. */
  record Stall(long millis) implements Effect {}

  /** The edge takes so much longer. */
  record Delay(long millis) implements Effect {}

  /** The request is refused with a vendor's code, or with an HTTP status if the code is null. */
  record Refuse(String code, int status) implements Effect {}

  /** The connection is closed before, or after, the change was committed. */
  record Drop(boolean after) implements Effect {}
}

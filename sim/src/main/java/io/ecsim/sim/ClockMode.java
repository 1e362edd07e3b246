package io.ecsim.sim;

/** How long steps last. */
public enum ClockMode {
  /** As documented for the cloud. */
  REAL,
  /** Shorter by the pace. */
  FAST,
  /** Not at all; every status is still passed through, in order. */
  INSTANT,
  /** Until somebody advances the clock: time stands still otherwise. */
  STEPPED
}

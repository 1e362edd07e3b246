package io.ecsim;

import io.ecsim.api.ErrorCodes;
import io.ecsim.control.Times;

/** What first requests would wait for, loaded aside after the double has said that it is ready. */
final class Warmth {
  private Warmth() {}

  /** Loads it in a thread of its own, which ends by itself. */
  static void spread() {
    Thread thread = new Thread(Warmth::load, "warm-up");
    thread.setDaemon(true);
    thread.start();
  }

  private static void load() {
    ErrorCodes.status("EVS.2020");
    Times.iso(0);
  }
}

package io.ecsim;

import io.ecsim.api.ErrorCodes;
import io.ecsim.control.Times;
import io.ecsim.http.Gateway;

/** What first requests would wait for, loaded aside after the double has said that it is ready. */
final class Warmth {
  private Warmth() {}

  /** Loads it in a thread of its own, which ends by itself. */
  @SuppressWarnings("ThreadPriorityCheck") // a hint that requests go first, nothing relies on it
  static void spread(Gateway gateway) {
    Thread thread = new Thread(() -> load(gateway), "warm-up");
    thread.setPriority(Thread.MIN_PRIORITY);
    thread.setDaemon(true);
    thread.start();
  }

  private static void load(Gateway gateway) {
    gateway.warm();
    ErrorCodes.status("EVS.2020");
    Times.iso(0);
  }
}

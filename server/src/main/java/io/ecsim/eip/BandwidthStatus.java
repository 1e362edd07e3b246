package io.ecsim.eip;

import io.ecsim.sim.Status;

/** How a bandwidth is. */
enum BandwidthStatus implements Status {
  NORMAL;

  @Override
  public String label() {
    return name();
  }
}

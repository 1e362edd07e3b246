package io.ecsim.vpc;

import io.ecsim.sim.Status;

/** How a subnet is. {@code UNKNOWN} is what a new one shows until its network is there. */
enum SubnetStatus implements Status {
  UNKNOWN,
  ACTIVE,
  ERROR;

  @Override
  public String label() {
    return name();
  }
}

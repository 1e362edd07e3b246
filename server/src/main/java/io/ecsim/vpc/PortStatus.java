package io.ecsim.vpc;

import io.ecsim.sim.Status;

/** How a port is: down until a server uses it. */
enum PortStatus implements Status {
  DOWN,
  ACTIVE;

  @Override
  public String label() {
    return name();
  }
}

package io.ecsim.vpc;

import io.ecsim.sim.Status;

/** How a VPC is. */
enum VpcStatus implements Status {
  CREATING,
  OK,
  ERROR;

  @Override
  public String label() {
    return name();
  }
}

package io.ecsim.vpc;

import io.ecsim.sim.Status;

/** How a security group or a rule is. The API shows no status of theirs. */
enum GroupStatus implements Status {
  ACTIVE;

  @Override
  public String label() {
    return name();
  }
}

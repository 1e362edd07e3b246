package io.ecsim.ecs.group;

import io.ecsim.sim.Status;

/** How a server group is; the API shows no status. */
public enum GroupStatus implements Status {
  /** It is there. */
  ACTIVE;

  @Override
  public String label() {
    return name();
  }
}

package io.ecsim.ecs.launch;

import io.ecsim.sim.Status;

/** How an auto launch group is; what it has reached is not a status but counted. */
public enum LaunchStatus implements Status {
  ACTIVE,
  DELETING;

  @Override
  public String label() {
    return name();
  }
}

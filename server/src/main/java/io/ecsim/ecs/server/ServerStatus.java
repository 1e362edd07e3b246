package io.ecsim.ecs.server;

import io.ecsim.ecs.view.Words;
import io.ecsim.sim.Status;

/**
 * The statuses of a server as the console names them: {@code ecs-lifecycle.md} a. What the API
 * shows for each stands in {@link Words}.
 */
public enum ServerStatus implements Status {
  CREATING("Creating"),
  STARTING("Starting"),
  RUNNING("Running"),
  STOPPING("Stopping"),
  STOPPED("Stopped"),
  RESTARTING("Restarting"),
  FORCIBLY_RESTARTING("Forcibly restarting"),
  RESIZING("Resizing"),
  VERIFYING_RESIZING("Verifying resizing"),
  ROLLING_BACK_RESIZING("Rolling back resizing"),
  REINSTALLING_OS("Reinstalling OS"),
  REINSTALLING_OS_FAILED("Reinstalling OS failed"),
  CHANGING_OS("Changing OS"),
  OS_CHANGE_FAILED("OS change failed"),
  FROZEN("Frozen"),
  FAULTY("Faulty"),
  DELETING("Deleting"),

  /** In the recycle bin: there for those only who ask for it. */
  SOFT_DELETED("Soft deleted") {
    @Override
    public boolean hidden() {
      return true;
    }
  };

  private final String label;

  ServerStatus(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public boolean waiting() {
    return this == VERIFYING_RESIZING;
  }
}

package io.ecsim.ecs.event;

import io.ecsim.sim.Status;
import java.util.Locale;

/** The statuses of an event, as the API writes them. */
public enum EventStatus implements Status {
  /** It waits for the owner's word. */
  INQUIRING,
  /** It will be done at its time. */
  SCHEDULED,
  /** It is being done. */
  EXECUTING,
  /** It is done. */
  COMPLETED,
  /** It could not be done. */
  FAILED,
  /** It will not be done. */
  CANCELED;

  @Override
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}

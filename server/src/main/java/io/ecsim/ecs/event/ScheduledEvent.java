package io.ecsim.ecs.event;

import io.ecsim.sim.Ref;
import io.ecsim.sim.Spec;

/**
 * Something planned for a server. Times are milliseconds of world time.
 *
 * @param type {@code instance-redeploy} or {@code instance-reboot}
 * @param server the server, which may go before it does
 * @param notBefore when it is to begin
 * @param deadline until when its beginning can be put off
 * @param startedAt when it began; 0 before
 * @param finishedAt when it ended; 0 before
 */
public record ScheduledEvent(
    String type, Ref server, long notBefore, long deadline, long startedAt, long finishedAt)
    implements Spec {
  /** To another host. */
  public static final String REDEPLOY = "instance-redeploy";

  /** Off and on. */
  public static final String REBOOT = "instance-reboot";

  @Override
  public String name() {
    return type;
  }

  ScheduledEvent at(long time) {
    return new ScheduledEvent(type, server, time, deadline, startedAt, finishedAt);
  }

  ScheduledEvent started(long now) {
    return new ScheduledEvent(type, server, notBefore, deadline, now, finishedAt);
  }

  ScheduledEvent finished(long now) {
    return new ScheduledEvent(type, server, notBefore, deadline, startedAt, now);
  }
}

package io.ecsim.ecs.bin;

import io.ecsim.sim.Ref;
import io.ecsim.sim.Spec;
import io.ecsim.sim.State;
import java.time.Duration;

/**
 * What a project keeps of deleted servers: {@code ecs-lifecycle.md} b.14.
 *
 * @param on whether it keeps any
 * @param retention for how many hours a server is kept
 * @param threshold how many days old a server must be to be kept
 */
public record BinPolicy(boolean on, int retention, int threshold) implements Spec {
  /** A project has one at most, whose id is this. */
  private static final String ID = "policy";

  /** What it is until somebody says otherwise; the figures are those of the disks' bin. */
  private static final BinPolicy USUAL = new BinPolicy(false, 7 * 24, 7);

  @Override
  public String name() {
    return "";
  }

  /** The address of a project's policy. */
  static Ref ref(String project) {
    return new Ref(BinTable.POLICIES.type(), project, ID);
  }

  /** The policy of a project. */
  public static BinPolicy of(State state, String project) {
    var found = state.find(BinTable.POLICIES, project, ID);
    return found == null ? USUAL : found.spec();
  }

  /** The same, switched on or off. */
  public BinPolicy switched(boolean value) {
    return new BinPolicy(value, retention, threshold);
  }

  /** The same, changed in what is not null. */
  public BinPolicy with(Integer newRetention, Integer newThreshold) {
    return new BinPolicy(
        on,
        newRetention == null ? retention : newRetention,
        newThreshold == null ? threshold : newThreshold);
  }

  /** Whether something that is so old, in milliseconds, is kept. */
  boolean keeps(long age) {
    return on && age >= Duration.ofDays(threshold).toMillis();
  }

  /** Until when something is kept that is deleted now; milliseconds of world time. */
  long until(long now) {
    return now + Duration.ofHours(retention).toMillis();
  }
}

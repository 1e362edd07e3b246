package io.ecsim.ecs.group;

import io.ecsim.sim.Spec;
import java.util.List;

/**
 * A group of servers. Which servers, they say themselves.
 *
 * @param name its name, not unique
 * @param policies {@code anti-affinity}
 */
public record ServerGroup(String name, List<String> policies) implements Spec {

  /** Makes the list immutable. */
  public ServerGroup {
    policies = List.copyOf(policies);
  }
}

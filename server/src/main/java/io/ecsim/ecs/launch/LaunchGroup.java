package io.ecsim.ecs.launch;

import io.ecsim.api.ecs.LaunchTemplateConfig;
import io.ecsim.sim.Spec;
import java.math.BigDecimal;
import java.util.List;

/**
 * An auto launch group.
 *
 * @param name its name
 * @param goal what it is to reach
 * @param strategy how it chooses what to order: {@code allocation_strategy}
 * @param region the region of its servers
 * @param config the template, and what is to differ from it
 * @param since from when on it works, as it was written
 * @param members all servers it has ordered and not given up, oldest first; some may be gone
 */
public record LaunchGroup(
    String name,
    Goal goal,
    String strategy,
    String region,
    LaunchTemplateConfig config,
    String since,
    List<Member> members)
    implements Spec {

  /** Makes the list immutable. */
  public LaunchGroup {
    members = List.copyOf(members);
  }

  /**
   * What of a group can be changed.
   *
   * @param target the capacity wanted
   * @param stable the part of it that is paid for by use; the rest is spot servers
   * @param excess what becomes of servers that are too many
   * @param expiration what becomes of the servers when the group expires
   * @param spotPrice the highest price for a spot server, or null
   */
  public record Goal(
      int target, int stable, String excess, String expiration, BigDecimal spotPrice) {
    /** The capacity wanted of servers that are paid for by use, or of spot servers. */
    int of(boolean paidByUse) {
      return paidByUse ? stable : target - stable;
    }
  }

  /** The same group with other members. */
  LaunchGroup with(List<Member> others) {
    return new LaunchGroup(name, goal, strategy, region, config, since, others);
  }

  /** The same group with another name and goal. */
  LaunchGroup with(String newName, Goal newGoal) {
    return new LaunchGroup(newName, newGoal, strategy, region, config, since, members);
  }
}

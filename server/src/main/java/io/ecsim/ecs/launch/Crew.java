package io.ecsim.ecs.launch;

import io.ecsim.ecs.server.Server;
import io.ecsim.ecs.server.ServerStatus;
import io.ecsim.ecs.server.ServerTable;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * The servers of a group at one moment.
 *
 * @param present those that are there, oldest first; none that is being deleted
 */
record Crew(List<Hand> present) {
  /** A member and the server that it is. */
  record Hand(Member member, Resource<Server> server) {
    private boolean made() {
      return useful() && server.status() != ServerStatus.CREATING;
    }

    private boolean useful() {
      return server.status() != ServerStatus.FAULTY;
    }
  }

  static Crew of(State state, ServerTable table, String project, LaunchGroup group) {
    return new Crew(
        group.members().stream()
            .map(member -> hand(state, table, project, member))
            .filter(Objects::nonNull)
            .toList());
  }

  private static Hand hand(State state, ServerTable table, String project, Member member) {
    Resource<Server> server = state.find(table.servers, project, member.server());
    boolean gone =
        server == null || server.status().hidden() || server.status() == ServerStatus.DELETING;
    return gone ? null : new Hand(member, server);
  }

  /** The capacity that runs. */
  BigDecimal capacity() {
    return sum(Hand::made);
  }

  /** The part of it that is paid for by use. */
  BigDecimal stable() {
    return sum(hand -> hand.made() && hand.member().stable());
  }

  /** The capacity that is there or on its way, paid for by use or at the spot price. */
  BigDecimal expected(boolean stable) {
    return sum(hand -> hand.useful() && hand.member().stable() == stable);
  }

  private BigDecimal sum(Predicate<Hand> counts) {
    return present.stream()
        .filter(counts)
        .map(hand -> hand.member().weight())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /**
   * How far the group is: {@code HANDLING} while servers are being made, then {@code FULFILLED}, or
   * {@code ERROR} if they are too few, for a group of the type {@code request} does not try again.
   */
  String progress(LaunchGroup.Goal goal) {
    if (present.stream().anyMatch(hand -> hand.server().status() == ServerStatus.CREATING)) {
      return "HANDLING";
    }
    return capacity().compareTo(BigDecimal.valueOf(goal.target())) >= 0 ? "FULFILLED" : "ERROR";
  }
}

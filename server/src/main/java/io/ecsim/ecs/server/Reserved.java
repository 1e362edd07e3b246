package io.ecsim.ecs.server;

import io.ecsim.pack.Booking;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.State;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is ordered and not there yet: nobody sees it, but the quotas count it. */
final class Reserved {
  private Reserved() {}

  /** The servers that will be made. */
  static Stream<Server> servers(State state, String project) {
    return Booking.open(state, project)
        .filter(plan -> plan.spec() instanceof Server && state.find(plan.ref()) == null)
        .map(plan -> (Server) plan.spec());
  }

  /** The flavors that servers will get, by server. */
  static Map<Ref, List<String>> flavors(State state, String project) {
    return Booking.open(state, project)
        .filter(plan -> plan.argument() instanceof NewFlavor)
        .collect(
            Collectors.groupingBy(
                Plan::ref,
                Collectors.mapping(
                    plan -> ((NewFlavor) plan.argument()).id(), Collectors.toList())));
  }
}

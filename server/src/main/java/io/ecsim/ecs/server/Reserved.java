package io.ecsim.ecs.server;

import io.ecsim.pack.Orders;
import io.ecsim.sim.Plan;
import io.ecsim.sim.State;
import java.util.stream.Stream;

/** What is ordered and not paid for yet: nobody sees it, but the quotas count it. */
public record Reserved(Orders orders) {

  Stream<Server> servers(State state, String project) {
    return orders.unpaid(state, project).stream()
        .flatMap(Reserved::all)
        .map(Plan::spec)
        .filter(Server.class::isInstance)
        .map(Server.class::cast);
  }

  private static Stream<Plan> all(Plan plan) {
    return Stream.concat(Stream.of(plan), plan.parts().stream().flatMap(Reserved::all));
  }
}

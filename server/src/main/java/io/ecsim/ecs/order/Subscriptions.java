package io.ecsim.ecs.order;

import io.ecsim.ecs.server.Deletion;
import io.ecsim.ecs.server.ServerStatus;
import io.ecsim.ecs.server.ServerTable;
import io.ecsim.pack.Orders;
import io.ecsim.pack.Problem;
import io.ecsim.pack.Subscribed;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.State;
import io.ecsim.sim.Tx;
import java.util.List;
import java.util.Set;

/** How prepaid servers end, and their disks with them: {@code ecs-lifecycle.md} b.9. */
public record Subscriptions(ServerTable table) implements Subscribed {

  @Override
  public String type() {
    return table.servers.type();
  }

  @Override
  public String serviceCode() {
    return "hws.service.type.ec2";
  }

  @Override
  public String resourceCode() {
    return "hws.resource.type.vm";
  }

  @Override
  public Problem forbids(State state, Ref ref) {
    return state.require(table.servers, ref).spec().tariff().byPeriod()
        ? null
        : new Problem("Ecs.0701", "The %s is not paid for by month or year.".formatted(ref));
  }

  @Override
  public String unsubscribe(Tx tx, Orders orders, Ref server, Set<String> along) {
    String order = orders.id(tx, server.project());
    Plan end = Plan.of(table.delete, server, Deletion.unsubscribed(along)).called("deleteServer");
    tx.rehearse(() -> tx.begin(end));
    orders.place(
        tx,
        new Orders.Purchase(order, server.project(), true, false, List.of(server), List.of(end)));
    return order;
  }

  /** Its public addresses. */
  @Override
  public boolean takesAlong(State state, Ref server, String id) {
    return table.hasAddress(state, server, id);
  }

  @Override
  public Plan renewed(State state, Ref ref) {
    return state.require(table.servers, ref).status() == ServerStatus.FROZEN
        ? Plan.named("server.unfreeze", ref)
        : null;
  }
}

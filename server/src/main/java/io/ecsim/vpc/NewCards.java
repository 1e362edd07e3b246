package io.ecsim.vpc;

import io.ecsim.pack.Networks;
import io.ecsim.pack.Problem;
import io.ecsim.sim.Ids;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.State;
import io.ecsim.sim.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Cards for servers: ports that are made for them, and ports that are lent to them. */
record NewCards(NewPorts ports) {
  Problem problem(State state, String project, Networks.Order order) {
    if (order.port() != null) {
      return portProblem(state, project, order.port());
    }
    var subnet = state.find(Tables.SUBNETS, project, order.subnetId());
    if (subnet == null) {
      return new Problem(
          "VPC.2302", "The subnet %s could not be found.".formatted(order.subnetId()));
    }
    for (String id : order.groups()) {
      if (state.find(Tables.GROUPS, project, id) == null) {
        return new Problem("VPC.0603", "The security group %s could not be found.".formatted(id));
      }
    }
    if (order.ipv6() && !subnet.spec().ipv6()) {
      return new Problem(
          "VPC.2500", "IPv6 is not enabled in the subnet %s.".formatted(subnet.id()));
    }
    return ports.problem(state, subnet, order.address());
  }

  private static Problem portProblem(State state, String project, String id) {
    var port = state.find(Tables.PORTS, project, id);
    if (port == null) {
      return new Problem("VPC.2204", "The port %s could not be found.".formatted(id));
    }
    String taken = Tables.taken(port);
    return taken == null ? null : new Problem("VPC.0707", taken);
  }

  void make(Tx tx, Ref server, int index, Networks.Order order) {
    if (order.port() != null) {
      tx.begin(
          Plan.of(Tables.ATTACH_PORT, ref(server, order.port()), new Card(server, index, true)));
      return;
    }
    Ref ref = ref(server, Ids.uuid(server.id(), "port", index));
    ports.make(
        tx, ref, wish(server.project(), order).as(new Card(server, index, false)), order.ipv6());
  }

  List<Plan> made(State state, Ref server, List<Networks.Order> orders) {
    var before = new ArrayList<Port>();
    var plans = new ArrayList<Plan>();
    for (int i = 0; i < orders.size(); i++) {
      Networks.Order order = orders.get(i);
      if (order.port() != null) {
        plans.add(
            Plan.of(Tables.ATTACH_PORT, ref(server, order.port()), new Card(server, i, true)));
        continue;
      }
      Ref ref = ref(server, Ids.uuid(server.id(), "port", i));
      Port wish = wish(server.project(), order).as(new Card(server, i, false));
      Port port = ports.filled(state, ref, wish, order.ipv6(), before);
      before.add(port);
      plans.add(Plan.create(Tables.CREATE_PORT, ref, port, null));
    }
    return plans;
  }

  Ref primary(Ref server, Networks.Order order) {
    return ref(server, order.port() == null ? Ids.uuid(server.id(), "port", 0) : order.port());
  }

  private static Ref ref(Ref server, String port) {
    return new Ref(Tables.PORTS.type(), server.project(), port);
  }

  /** What is asked for; what it leaves open is yet to be filled in. */
  static Port wish(String project, Networks.Order order) {
    return new Port(
        "",
        new Ref(Tables.SUBNETS.type(), project, order.subnetId()),
        order.address(),
        null,
        null,
        order.groups().stream()
            .map(group -> new Ref(Tables.GROUPS.type(), project, group))
            .toList(),
        null,
        0,
        false,
        "",
        true,
        List.of(),
        Map.of());
  }

  Plan plug(State state, Ref server, String id, Networks.Order order, Ref instead) {
    int index = index(state, server, instead);
    if (order.port() != null) {
      return Plan.of(Tables.ATTACH_PORT, ref(server, order.port()), new Card(server, index, true));
    }
    Ref ref = ref(server, id);
    var card = new Card(server, index, false);
    if (problem(state, server.project(), order) != null) {
      // Somebody was faster since this was ordered: what is not there cannot be attached.
      return Plan.of(Tables.ATTACH_PORT, ref, card);
    }
    Port wish = wish(server.project(), order).as(card);
    return Plan.create(Tables.CREATE_CARD, ref, ports.filled(state, ref, wish, order.ipv6()), null);
  }

  private static int index(State state, Ref server, Ref instead) {
    return instead == null
        ? state.usersOf(server, Tables.PORTS).stream()
            .mapToInt(port -> port.spec().index() + 1)
            .max()
            .orElse(0)
        : state.require(Tables.PORTS, instead.project(), instead.id()).spec().index();
  }
}

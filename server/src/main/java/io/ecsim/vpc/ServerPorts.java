package io.ecsim.vpc;

import io.ecsim.pack.Networks;
import io.ecsim.pack.Problem;
import io.ecsim.sim.Ids;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import io.ecsim.sim.Tx;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The network as servers see it. */
record ServerPorts(NewPorts ports, PortView view, VirtualAddresses virtuals) implements Networks {

  @Override
  public PortFacts port(State state, String project, String id) {
    var found = state.find(Tables.PORTS, project, id);
    if (found == null) {
      return null;
    }
    Port port = found.spec();
    var subnet = state.require(Tables.SUBNETS, project, port.subnet().id());
    return new PortFacts(
        found.ref(),
        port.server(),
        view.owner(state, port),
        subnet.spec().vpc().id(),
        port.mac(),
        port.address(),
        port.address6());
  }

  @Override
  public Subnet subnet(State state, String project, String id) {
    var found = state.find(Tables.SUBNETS, project, id);
    return found == null ? null : shown(found);
  }

  @Override
  public List<Subnet> subnets(State state, String project) {
    return state.all(Tables.SUBNETS, project).map(ServerPorts::shown).toList();
  }

  private static Subnet shown(Resource<io.ecsim.vpc.Subnet> subnet) {
    return new Subnet(
        subnet.id(),
        subnet.spec().vpc().id(),
        subnet.spec().name(),
        subnet.spec().cidr(),
        io.ecsim.vpc.Subnet.neutronId(subnet.id()));
  }

  @Override
  public boolean hasVpc(State state, String project, String id) {
    return state.find(Tables.VPCS, project, id) != null;
  }

  @Override
  public Group group(State state, String project, String idOrName) {
    var byId = state.find(Tables.GROUPS, project, idOrName);
    return byId != null
        ? new Group(byId.id(), byId.spec().name())
        : state
            .all(Tables.GROUPS, project)
            .filter(group -> group.spec().name().equals(idOrName))
            .findFirst()
            .map(group -> new Group(group.id(), group.spec().name()))
            .orElse(null);
  }

  @Override
  public String description(State state, String project, String group) {
    return state.require(Tables.GROUPS, project, group).spec().description();
  }

  @Override
  public List<Entry> entries(State state, String project, String group) {
    var ref = new Ref(Tables.GROUPS.type(), project, group);
    return state
        .all(Tables.RULES, project)
        .filter(rule -> rule.spec().group().equals(ref))
        .filter(rule -> rule.spec().direction().equals("ingress"))
        .map(rule -> entry(state, rule))
        .toList();
  }

  private static Entry entry(State state, Resource<Rule> rule) {
    Rule spec = rule.spec();
    Group peer =
        spec.remoteGroup() == null
            ? null
            : new Group(
                spec.remoteGroup().id(),
                state
                    .require(Tables.GROUPS, rule.ref().project(), spec.remoteGroup().id())
                    .spec()
                    .name());
    return new Entry(rule.id(), spec.protocol(), spec.range(0), spec.range(1), spec.prefix(), peer);
  }

  @Override
  public int groups(State state, String project) {
    return state.shelf(Tables.GROUPS.type(), project).size();
  }

  @Override
  public Problem problem(State state, String project, Order order) {
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

  @Override
  public void makePort(Tx tx, Ref server, int index, String serverName, Order order) {
    if (order.port() != null) {
      tx.begin(
          Plan.of(Tables.ATTACH_PORT, ref(server, order.port()), new Card(server, index, true)));
      return;
    }
    Ref ref = ref(server, Ids.uuid(server.id(), "port", index));
    ports.make(
        tx, ref, wish(server.project(), order).as(new Card(server, index, false)), order.ipv6());
  }

  @Override
  public List<Plan> ports(State state, Ref server, String serverName, List<Order> orders) {
    var made = new ArrayList<Port>();
    var plans = new ArrayList<Plan>();
    for (int i = 0; i < orders.size(); i++) {
      Order order = orders.get(i);
      if (order.port() != null) {
        plans.add(
            Plan.of(Tables.ATTACH_PORT, ref(server, order.port()), new Card(server, i, true)));
        continue;
      }
      Ref ref = ref(server, Ids.uuid(server.id(), "port", i));
      Port wish = wish(server.project(), order).as(new Card(server, i, false));
      Port port = ports.filled(state, ref, wish, order.ipv6(), made);
      made.add(port);
      plans.add(Plan.create(Tables.CREATE_PORT, ref, port, null));
    }
    return plans;
  }

  @Override
  public Ref primary(Ref server, Order order) {
    return ref(server, order.port() == null ? Ids.uuid(server.id(), "port", 0) : order.port());
  }

  private static Ref ref(Ref server, String port) {
    return new Ref(Tables.PORTS.type(), server.project(), port);
  }

  private static Port wish(String project, Order order) {
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

  @Override
  public Plan plug(State state, Ref server, String id, Order order, Ref instead) {
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

  @Override
  public Plan unplug(Ref port, boolean keeping) {
    return Plan.of(keeping ? Tables.DETACH_PORT : Tables.PULL_PORT, port, null);
  }

  @Override
  public Plan keep(State state, Ref port, boolean kept) {
    Port was = state.require(Tables.PORTS, port.project(), port.id()).spec();
    return Plan.of(Tables.UPDATE_PORT, port, was.as(new Card(was.server(), was.index(), kept)));
  }

  @Override
  public Plan readdress(State state, Ref port, Order order) {
    Port was = state.require(Tables.PORTS, port.project(), port.id()).spec();
    Port next = ports.filled(state, port, wish(port.project(), order), was.address6() != null);
    return Plan.of(
        Tables.UPDATE_PORT, port, was.at(next.subnet(), next.address(), next.address6()));
  }

  @Override
  public Problem virtualProblem(State state, Ref card, String subnetId, String address) {
    return virtuals.problem(state, card, subnetId, address);
  }

  @Override
  public Plan virtual(
      State state, Ref card, String id, String subnetId, String address, boolean back) {
    return virtuals.bound(state, card, id, subnetId, address, back);
  }

  @Override
  public Plan noVirtual(State state, Ref card) {
    return virtuals.freed(state, card);
  }

  @Override
  public void join(Tx tx, Ref server, Group group) {
    Ref ref = new Ref(Tables.GROUPS.type(), server.project(), group.id());
    regroup(
        tx, server, groups -> Stream.concat(groups.stream(), Stream.of(ref)).distinct().toList());
  }

  @Override
  public void leave(Tx tx, Ref server, Group group) {
    regroup(
        tx, server, groups -> groups.stream().filter(ref -> !ref.id().equals(group.id())).toList());
  }

  private static void regroup(Tx tx, Ref server, UnaryOperator<List<Ref>> change) {
    tx.state()
        .usersOf(server, Tables.PORTS)
        .forEach(
            port ->
                tx.change(
                    Tables.PORTS,
                    port.ref(),
                    spec -> spec.withGroups(change.apply(spec.groups()))));
  }

  @Override
  public List<Nic> of(State state, Ref server) {
    List<Resource<Port>> cards =
        state.usersOf(server, Tables.PORTS).stream()
            .sorted(Comparator.comparingInt(port -> port.spec().index()))
            .toList();
    return cards.stream().map(port -> nic(state, port, port.equals(cards.get(0)))).toList();
  }

  private static Nic nic(State state, Resource<Port> port, boolean primary) {
    Port spec = port.spec();
    String project = port.ref().project();
    var subnet = state.require(Tables.SUBNETS, project, spec.subnet().id());
    return new Nic(
        port.ref(),
        subnet.id(),
        io.ecsim.vpc.Subnet.neutronId(subnet.id()),
        subnet.spec().vpc().id(),
        spec.mac(),
        spec.address(),
        spec.address6(),
        spec.groups().stream()
            .map(group -> state.require(Tables.GROUPS, project, group.id()))
            .map(group -> new Group(group.id(), group.spec().name()))
            .toList(),
        primary,
        spec.kept(),
        port.status().label());
  }
}

package io.ecsim.vpc;

import io.ecsim.pack.Networks;
import io.ecsim.pack.Problem;
import io.ecsim.sim.Ids;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import io.ecsim.sim.Tx;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The network as servers see it. */
record ServerPorts(NewPorts ports, PortView view) implements Networks {

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
  public int groups(State state, String project) {
    return state.shelf(Tables.GROUPS.type(), project).size();
  }

  @Override
  public Problem problem(State state, String project, Order order) {
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

  @Override
  public void makePort(Tx tx, Ref server, int index, String serverName, Order order) {
    String project = server.project();
    String id = Ids.uuid(server.id(), "port", index);
    var port =
        new Port(
            "",
            new Ref(Tables.SUBNETS.type(), project, order.subnetId()),
            order.address(),
            null,
            null,
            order.groups().stream()
                .map(group -> new Ref(Tables.GROUPS.type(), project, group))
                .toList(),
            server,
            index,
            "",
            true,
            List.of(),
            Map.of());
    ports.make(tx, new Ref(Tables.PORTS.type(), project, id), port, order.ipv6());
  }

  @Override
  public List<Nic> of(State state, Ref server) {
    return state.usersOf(server, Tables.PORTS).stream()
        .sorted(Comparator.comparingInt(port -> port.spec().index()))
        .map(port -> nic(state, port))
        .toList();
  }

  private static Nic nic(State state, Resource<Port> port) {
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
        spec.index() == 0);
  }
}

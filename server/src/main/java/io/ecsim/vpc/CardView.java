package io.ecsim.vpc;

import io.ecsim.pack.Networks;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.Comparator;
import java.util.List;

/** The cards of a server as it shows them. */
final class CardView {
  private CardView() {}

  static List<Networks.Nic> of(State state, Ref server) {
    List<Resource<Port>> cards =
        state.usersOf(server, Tables.PORTS).stream()
            .sorted(Comparator.comparingInt(port -> port.spec().index()))
            .toList();
    return cards.stream().map(port -> nic(state, port, port.equals(cards.get(0)))).toList();
  }

  private static Networks.Nic nic(State state, Resource<Port> port, boolean primary) {
    Port spec = port.spec();
    String project = port.ref().project();
    var subnet = state.require(Tables.SUBNETS, project, spec.subnet().id());
    return new Networks.Nic(
        port.ref(),
        subnet.id(),
        Subnet.neutronId(subnet.id()),
        subnet.spec().vpc().id(),
        spec.mac(),
        spec.address(),
        spec.address6(),
        spec.groups().stream()
            .map(group -> state.require(Tables.GROUPS, project, group.id()))
            .map(group -> new Networks.Group(group.id(), group.spec().name()))
            .toList(),
        primary,
        spec.kept(),
        port.status().label());
  }
}

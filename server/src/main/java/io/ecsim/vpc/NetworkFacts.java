package io.ecsim.vpc;

import io.ecsim.pack.Networks;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.List;

/** What servers look up of the network: ports, subnets, VPCs. */
record NetworkFacts(PortView view) {
  Networks.PortFacts port(State state, String project, String id) {
    var found = state.find(Tables.PORTS, project, id);
    if (found == null) {
      return null;
    }
    Port port = found.spec();
    var subnet = state.require(Tables.SUBNETS, project, port.subnet().id());
    return new Networks.PortFacts(
        found.ref(),
        port.server(),
        view.owner(state, port),
        subnet.spec().vpc().id(),
        port.mac(),
        port.address(),
        port.address6());
  }

  Networks.Subnet subnet(State state, String project, String id) {
    var found = state.find(Tables.SUBNETS, project, id);
    return found == null ? null : shown(found);
  }

  List<Networks.Subnet> subnets(State state, String project) {
    return state.all(Tables.SUBNETS, project).map(NetworkFacts::shown).toList();
  }

  private static Networks.Subnet shown(Resource<Subnet> subnet) {
    return new Networks.Subnet(
        subnet.id(),
        subnet.spec().vpc().id(),
        subnet.spec().name(),
        subnet.spec().cidr(),
        Subnet.neutronId(subnet.id()));
  }

  boolean hasVpc(State state, String project, String id) {
    return state.find(Tables.VPCS, project, id) != null;
  }
}

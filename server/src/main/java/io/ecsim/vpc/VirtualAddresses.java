package io.ecsim.vpc;

import io.ecsim.pack.Problem;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Virtual addresses of network cards: a port of their own ({@code neutron:VIP_PORT}) holds the
 * address, the cards name it among their allowed pairs, and it may name them in turn.
 */
record VirtualAddresses(NewPorts ports) {
  private static final String OWNER = "neutron:VIP_PORT";

  Problem problem(State state, Ref card, String subnetId, String address) {
    Resource<Subnet> subnet = state.find(Tables.SUBNETS, card.project(), subnetId);
    if (subnet == null) {
      return new Problem("VPC.2302", "The subnet %s could not be found.".formatted(subnetId));
    }
    Resource<Port> holder = holder(state, subnet.ref(), address);
    if (holder == null) {
      return ports.problem(state, subnet, address);
    }
    return holder.spec().server() == null
        ? null
        : new Problem(
            "VPC.0701",
            "ip_address %s is that of a card, the %s.".formatted(address, holder.ref()));
  }

  private static Resource<Port> holder(State state, Ref subnet, String address) {
    return state.usersOf(subnet, Tables.PORTS).stream()
        .filter(port -> port.spec().address().equals(address))
        .findFirst()
        .orElse(null);
  }

  Plan bound(State state, Ref card, String id, String subnetId, String address, boolean back) {
    Port spec = state.require(Tables.PORTS, card.project(), card.id()).spec();
    Map.Entry<String, String> self = Map.entry(spec.address(), spec.mac());
    Ref subnet = new Ref(Tables.SUBNETS.type(), card.project(), subnetId);
    List<Plan> plans = new ArrayList<>();
    Resource<Port> holder = holder(state, subnet, address);
    if (holder == null) {
      plans.add(
          made(
              state,
              new Ref(card.type(), card.project(), id),
              subnet,
              address,
              back ? List.of(self) : List.of()));
    } else if (back) {
      plans.add(paired(holder, self));
    }
    plans.add(
        Plan.of(Tables.UPDATE_PORT, card, spec.withPairs(with(spec, Map.entry(address, "")))));
    return Plan.together("associateVirtualIp", plans);
  }

  private Plan made(
      State state, Ref ref, Ref subnet, String address, List<Map.Entry<String, String>> pairs) {
    var wish =
        new Port(
            "", subnet, address, null, null, List.of(), null, 0, false, OWNER, true, pairs,
            Map.of());
    return Plan.create(Tables.CREATE_PORT, ref, ports.filled(state, ref, wish, false), null);
  }

  private static Plan paired(Resource<Port> port, Map.Entry<String, String> pair) {
    return Plan.of(Tables.UPDATE_PORT, port.ref(), port.spec().withPairs(with(port.spec(), pair)));
  }

  private static List<Map.Entry<String, String>> with(Port port, Map.Entry<String, String> pair) {
    List<Map.Entry<String, String>> pairs = new ArrayList<>(port.pairs());
    pairs.removeIf(other -> other.getKey().equals(pair.getKey()));
    pairs.add(pair);
    return List.copyOf(pairs);
  }

  Plan freed(State state, Ref card) {
    Port spec = state.require(Tables.PORTS, card.project(), card.id()).spec();
    List<Resource<Port>> holders =
        spec.pairs().stream()
            .map(pair -> holder(state, spec.subnet(), pair.getKey()))
            .filter(Objects::nonNull)
            .filter(port -> port.spec().device().equals(OWNER))
            .toList();
    List<Plan> plans = new ArrayList<>();
    List<Map.Entry<String, String>> left = new ArrayList<>(spec.pairs());
    for (Resource<Port> holder : holders) {
      left.removeIf(pair -> pair.getKey().equals(holder.spec().address()));
      plans.add(Plan.of(Tables.UPDATE_PORT, holder.ref(), without(holder.spec(), spec.address())));
    }
    plans.add(Plan.of(Tables.UPDATE_PORT, card, spec.withPairs(List.copyOf(left))));
    return Plan.together("disassociateVirtualIp", plans);
  }

  private static Port without(Port port, String address) {
    return port.withPairs(
        port.pairs().stream().filter(pair -> !pair.getKey().equals(address)).toList());
  }
}

package io.ecsim.ecs.server;

import io.ecsim.pack.Addresses;
import io.ecsim.pack.Networks;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.List;
import java.util.Set;

/** What the server table says of public addresses: {@code ecs-lifecycle.md} b.1, b.9. */
public final class AddressRules {
  private final Addresses addresses;
  private final Networks networks;

  public AddressRules(Addresses addresses, Networks networks) {
    this.addresses = addresses;
    this.networks = networks;
  }

  /** The cards of a new server that has not got them before. */
  List<Plan> cards(State state, Resource<Server> server, List<Networks.Order> orders) {
    return networks.ports(state, server.ref(), orders).stream()
        .map(plan -> plan.failingAs("Ecs.0201"))
        .toList();
  }

  /** The public address of a new server; its primary card gets it. */
  List<Plan> given(State state, Resource<Server> server, Outfit outfit) {
    Addresses.Order order = outfit.address();
    return order == null
        ? List.of()
        : List.of(
            addresses
                .give(state, server.ref(), server.spec().name(), card(state, server, outfit), order)
                .failingAs("Ecs.0210"));
  }

  private Ref card(State state, Resource<Server> server, Outfit outfit) {
    return outfit.cards().isEmpty()
        ? ports(state, server).get(0)
        : networks.primary(server.ref(), outfit.cards().get(0));
  }

  /** What becomes of what was given to a server that could not be made. */
  List<Plan> takenBack(State state, Resource<Server> server, Addresses.Order order) {
    return released(state, server, order != null && order.id() == null, Set.of());
  }

  /**
   * What becomes of the public addresses when the server goes; null leaves it to them, but for
   * those that go along with it.
   */
  List<Plan> released(State state, Resource<Server> server, Boolean delete, Set<String> along) {
    return addresses.releaseAll(state, server.ref(), ports(state, server), delete, along).stream()
        .map(plan -> plan.failingAs("Ecs.0501"))
        .toList();
  }

  /** Whether the server has the public address with this id. */
  boolean has(State state, Resource<Server> server, String id) {
    return released(state, server, null, Set.of()).stream()
        .anyMatch(plan -> plan.ref().id().equals(id));
  }

  private List<Ref> ports(State state, Resource<Server> server) {
    return networks.of(state, server.ref()).stream().map(Networks.Nic::port).toList();
  }
}

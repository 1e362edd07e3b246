package io.ecsim.ecs.server;

import io.ecsim.inventory.Inventory;
import io.ecsim.pack.Addresses;
import io.ecsim.pack.Networks;
import io.ecsim.pack.Problem;
import io.ecsim.sim.Guard;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the server table says of network cards: the parts of edges, and conditions. */
public final class NicRules {
  private static final String NOT_ATTACHED = "Ecs.0217";
  private static final String NOT_DELETED = "Ecs.0507";

  private final Networks networks;
  private final Addresses addresses;
  private final Inventory inventory;

  public NicRules(Networks networks, Addresses addresses, Inventory inventory) {
    this.networks = networks;
    this.addresses = addresses;
    this.inventory = inventory;
  }

  // Parts

  List<Plan> plugged(State state, Resource<Server> server, NewNic nic) {
    return List.of(
        networks.plug(state, server.ref(), nic.port(), nic.order(), null).failingAs(NOT_ATTACHED));
  }

  /** Takes a new card back, as far as it has come about. */
  List<Plan> unplugged(State state, Resource<Server> server, NewNic nic) {
    Networks.PortFacts port = networks.port(state, server.ref().project(), nic.port());
    boolean theirs = port != null && nic.lent() && !server.ref().equals(port.server());
    return port == null || theirs ? List.of() : List.of(networks.unplug(port.ref(), nic.lent()));
  }

  List<Plan> removed(State state, Resource<Server> server, Ref port) {
    return networks.of(state, server.ref()).stream()
        .filter(nic -> nic.port().equals(port))
        .map(nic -> leaving(state, nic, nic.kept()))
        .toList();
  }

  /** A card that goes: first what is bound to it, then itself. */
  private Plan leaving(State state, Networks.Nic nic, boolean keeping) {
    List<Plan> plans = new ArrayList<>();
    addresses.release(state, List.of(nic.port()), false).stream()
        .map(plan -> plan.failingAs(NOT_DELETED))
        .forEach(plans::add);
    plans.add(networks.unplug(nic.port(), keeping).failingAs(NOT_DELETED));
    return Plan.inOrder("deletePort", plans).failingAs(NOT_DELETED);
  }

  /** What becomes of the cards when the server goes: those that are kept become free. */
  List<Plan> released(State state, Resource<Server> server) {
    return networks.of(state, server.ref()).stream()
        .filter(Networks.Nic::kept)
        .map(nic -> networks.unplug(nic.port(), true).failingAs(NOT_DELETED))
        .toList();
  }

  /** Gives the server a card in another VPC instead of the only one it has. */
  List<Plan> moved(State state, Resource<Server> server, NewNic nic) {
    Networks.Nic old = networks.of(state, server.ref()).get(0);
    Ref port = new Ref(old.port().type(), old.port().project(), nic.port());
    List<Plan> plans = new ArrayList<>();
    plans.add(networks.plug(state, server.ref(), nic.port(), nic.order(), old.port()));
    plans.addAll(addresses.move(state, old.port(), port));
    plans.add(networks.unplug(old.port(), old.kept()));
    return List.of(Plan.inOrder("changePort", plans).failingAs("Ecs.0213"));
  }

  /** Takes a new card back that did not come to take the place of the old one. */
  List<Plan> movedBack(State state, Resource<Server> server, NewNic nic) {
    boolean moved =
        nics(state, server).count() == 1
            && nics(state, server).allMatch(own -> own.port().id().equals(nic.port()));
    return moved ? List.of() : unplugged(state, server, nic);
  }

  List<Plan> readdressed(State state, Resource<Server> server, NewNic nic) {
    Ref port = networks.port(state, server.ref().project(), nic.port()).ref();
    return List.of(networks.readdress(state, port, nic.order()).failingAs("Ecs.0618"));
  }

  // Conditions

  /** Refuses, with this code, what the network cannot give. */
  Guard<Server, NewNic> lacking(String code) {
    return (state, server, nic) -> {
      Problem problem =
          ForeignWords.of(networks.problem(state, server.ref().project(), nic.order()));
      return problem == null || !problem.code().equals(code) ? null : problem.message();
    };
  }

  String tooMany(State state, Resource<Server> server, Object nic) {
    int most = Slots.of(inventory, server.spec()).nics();
    return networks.of(state, server.ref()).size() < most
        ? null
        : "The server %s has %d network cards, which is all it can have."
            .formatted(server.id(), most);
  }

  /** All cards of a server are in one VPC. */
  String elsewhere(State state, Resource<Server> server, NewNic nic) {
    return nics(state, server)
        .filter(own -> !own.vpcId().equals(nic.vpcId()))
        .findFirst()
        .map(
            own ->
                "The network is in the VPC %s, the server in the VPC %s."
                    .formatted(nic.vpcId(), own.vpcId()))
        .orElse(null);
  }

  String notThere(State state, Resource<Server> server, Ref port) {
    return nics(state, server).noneMatch(nic -> nic.port().equals(port))
        ? "The server %s has no network card %s.".formatted(server.id(), port.id())
        : null;
  }

  String missing(State state, Resource<Server> server, NewNic nic) {
    return nics(state, server).noneMatch(own -> own.port().id().equals(nic.port()))
        ? "The server %s has no network card %s.".formatted(server.id(), nic.port())
        : null;
  }

  String primary(State state, Resource<Server> server, Ref port) {
    return nics(state, server).anyMatch(nic -> nic.primary() && nic.port().equals(port))
        ? "The network card %s is the primary one of the server.".formatted(port.id())
        : null;
  }

  String secondary(State state, Resource<Server> server, NewNic nic) {
    return nics(state, server).anyMatch(own -> !own.primary() && own.port().id().equals(nic.port()))
        ? "The network card %s is not the primary one of the server.".formatted(nic.port())
        : null;
  }

  /** Only a server with one card, without IPv6, can change its VPC. */
  String several(State state, Resource<Server> server, Object nic) {
    return nics(state, server).count() == 1
        ? null
        : "The server %s has %d network cards; it must have one."
            .formatted(server.id(), nics(state, server).count());
  }

  String ipv6(State state, Resource<Server> server, Object nic) {
    return nics(state, server)
        .filter(own -> own.address6() != null)
        .findFirst()
        .map(own -> "The network card %s has an IPv6 address.".formatted(own.port().id()))
        .orElse(null);
  }

  /** A card with IPv6 stays in its subnet. */
  String acrossSubnets(State state, Resource<Server> server, NewNic nic) {
    return nics(state, server)
        .filter(own -> own.port().id().equals(nic.port()) && own.address6() != null)
        .filter(own -> !own.subnetId().equals(nic.order().subnetId()))
        .findFirst()
        .map(
            own ->
                "The network card %s has an IPv6 address and cannot leave the subnet %s."
                    .formatted(own.port().id(), own.subnetId()))
        .orElse(null);
  }

  private Stream<Networks.Nic> nics(State state, Resource<Server> server) {
    return networks.of(state, server.ref()).stream();
  }
}

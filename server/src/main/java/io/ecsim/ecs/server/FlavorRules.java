package io.ecsim.ecs.server;

import io.ecsim.inventory.Flavor;
import io.ecsim.inventory.Inventory;
import io.ecsim.pack.Disks;
import io.ecsim.pack.Networks;
import io.ecsim.pack.Problem;
import io.ecsim.sim.Lifecycle;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.Map;

/** Which flavor a server may get instead of its own: {@code ecs-lifecycle.md} b.6. */
public final class FlavorRules {
  private static final String VIRTUALIZATION = "ecs:virtualization_env_types";
  private static final String XEN = "FusionCompute";

  private final Inventory inventory;
  private final Networks networks;
  private final Disks disks;

  public FlavorRules(Inventory inventory, Networks networks, Disks disks) {
    this.inventory = inventory;
    this.networks = networks;
    this.disks = disks;
  }

  /** The flavor a server has; null if the inventory does not know it any more. */
  public Flavor of(Server server) {
    return inventory.flavor(server.build().flavorId());
  }

  private Flavor wanted(NewFlavor to) {
    return inventory.flavor(to.id());
  }

  String unknown(State state, Resource<Server> server, NewFlavor to) {
    return wanted(to) == null ? "The flavor %s does not exist.".formatted(to.id()) : null;
  }

  String same(State state, Resource<Server> server, NewFlavor to) {
    return to.id().equals(server.spec().build().flavorId())
        ? "The server %s has the flavor %s already.".formatted(server.id(), to.id())
        : null;
  }

  /** Whether the flavor is not to be had, for the reason that has this code. */
  String notSold(String code, Resource<Server> server, NewFlavor to) {
    Problem problem = Sales.problem(inventory, wanted(to), server.spec().build().zone());
    return problem != null && problem.code().equals(code) ? problem.message() : null;
  }

  String spot(State state, Resource<Server> server, NewFlavor to) {
    return Charging.of(server.spec()) == Charging.SPOT
        ? "The server %s is a spot server.".formatted(server.id())
        : null;
  }

  String homeless(State state, Resource<Server> server, NewFlavor to) {
    return server.spec().build().hints().host() != null && to.host() == null
        ? "The server %s is on a dedicated host; dedicated_host_id is missing."
            .formatted(server.id())
        : null;
  }

  /**
   * Whether a server of one flavor could have another instead, whatever is sold now.
   *
   * @param own the flavor it has; null if nobody knows it
   */
  public boolean fits(Flavor own, Flavor other) {
    return foreign(own, other) == null && fromXen(own, other) == null;
  }

  String foreign(State state, Resource<Server> server, NewFlavor to) {
    return foreign(of(server.spec()), wanted(to));
  }

  private static String foreign(Flavor own, Flavor wanted) {
    return own == null || own.arch().equals(wanted.arch())
        ? null
        : "The flavor %s is for %s, the server is %s."
            .formatted(wanted.id(), wanted.arch(), own.arch());
  }

  String fromXen(State state, Resource<Server> server, NewFlavor to) {
    return fromXen(of(server.spec()), wanted(to));
  }

  private static String fromXen(Flavor own, Flavor wanted) {
    return own != null && xen(own) && !xen(wanted)
        ? "The flavor %s is for KVM, the server needs drivers for it first.".formatted(wanted.id())
        : null;
  }

  private static boolean xen(Flavor flavor) {
    Map<String, String> specs = flavor.extraSpecs();
    return XEN.equals(specs.get(VIRTUALIZATION));
  }

  String tooManyCards(State state, Resource<Server> server, NewFlavor to) {
    int cards = networks.of(state, server.ref()).size();
    int most = Slots.of(inventory, wanted(to)).nics();
    return cards <= most
        ? null
        : "The server has %d network cards, the flavor %s takes %d."
            .formatted(cards, to.id(), most);
  }

  String tooManyDisks(State state, Resource<Server> server, NewFlavor to) {
    int there = disks.of(state, server.ref()).size();
    int most = Slots.of(inventory, wanted(to)).disks();
    return there <= most
        ? null
        : "The server has %d disks, the flavor %s takes %d.".formatted(there, to.id(), most);
  }

  /** What a resize needs more is reserved when it begins. */
  String noQuota(
      State state, Lifecycle<ServerStatus, Server> servers, Resource<Server> server, NewFlavor to) {
    Problem problem =
        Quota.usedBeside(state, servers, inventory, server.ref())
            .other(inventory, of(server.spec()), wanted(to));
    return problem == null ? null : problem.message();
  }
}

package io.ecsim.ecs.server;

import static io.ecsim.ecs.server.ServerStatus.DELETING;
import static io.ecsim.ecs.server.ServerStatus.FAULTY;
import static io.ecsim.ecs.server.ServerStatus.SOFT_DELETED;

import io.ecsim.sim.Edge;
import io.ecsim.sim.Lifecycle;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.EnumSet;

/**
 * Spot servers, which the cloud takes back when others pay more or need the room. The only policy
 * that is documented is {@code immediate}: nobody is asked or warned, whatever is under way and
 * whoever has locked the server. No public call does it.
 */
public final class SpotEdges {
  /** The server goes as if it was deleted: what need not go with it stays. */
  public final Edge<Server, Void> reclaim;

  SpotEdges(
      Lifecycle<ServerStatus, Server> servers,
      DiskRules disks,
      AddressRules addresses,
      NicRules cards) {
    // spotless:off
    reclaim = servers.<Void>on("reclaim", there())
        .refused("Ecs.0100")
        .guard("Ecs.0005", SpotEdges::noSpot)
        .interrupting()
        .via(DELETING, "deleting", 8)
        .lastly((state, server, none) -> Deletion.parts(disks, addresses, cards, state, server, null))
        .failing("Ecs.0501")
        .failing("Ecs.1002", FAULTY)
        .gone();
    // spotless:on
  }

  /** Wherever it is, unless it goes already. */
  private static ServerStatus[] there() {
    return EnumSet.complementOf(EnumSet.of(DELETING, SOFT_DELETED)).toArray(ServerStatus[]::new);
  }

  private static String noSpot(State state, Resource<Server> server, Void none) {
    return Charging.of(server.spec()) == Charging.SPOT
        ? null
        : "The server %s is no spot server.".formatted(server.id());
  }
}

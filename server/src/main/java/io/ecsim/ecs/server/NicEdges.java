package io.ecsim.ecs.server;

import static io.ecsim.ecs.server.ServerStatus.RUNNING;
import static io.ecsim.ecs.server.ServerStatus.STOPPED;

import io.ecsim.sim.Edge;
import io.ecsim.sim.Lifecycle;
import io.ecsim.sim.Ref;
import java.util.LinkedHashMap;

/** Network cards that come, go and change: {@code ecs-lifecycle.md} b.11. */
public final class NicEdges {
  /** Gives a server a further card; its address is taken from the beginning. */
  public final Edge<Server, NewNic> add;

  /** Takes a card out; its port goes unless it is kept, its public address stays, unbound. */
  public final Edge<Server, Ref> remove;

  /** Puts the only card of a server into another VPC: another port that has its public address. */
  public final Edge<Server, NewNic> changeVpc;

  /** Gives the primary card another address. */
  public final Edge<Server, NewNic> changeAddress;

  NicEdges(Lifecycle<ServerStatus, Server> servers, NicRules nics) {
    // spotless:off
    add = servers.<NewNic>on("add-nic", RUNNING, STOPPED)
        .refused("Ecs.0100")
        .guard("Ecs.0605", Guards::locked)
        .guard("Ecs.0050", nics::tooMany)
        .guard("Ecs.0005", nics.lacking("Ecs.0005"))
        .guard("Ecs.0038", nics.lacking("Ecs.0038"))
        .guard("Ecs.0014", nics.lacking("Ecs.0014"))
        .guard("Ecs.0014", nics::elsewhere)
        .guard("Ecs.0039", nics.lacking("Ecs.0039"))
        .guard("Ecs.0010", nics.lacking("Ecs.0010"))
        .guard("Ecs.0012", nics.lacking("Ecs.0012"))
        .guard("Ecs.0106", nics.lacking("Ecs.0106"))
        .guard("Ecs.0919", nics.lacking("Ecs.0919"))
        .alongside()
        .via(null, 5)
        .with(nics::plugged)
        .amending(nics::unplugged)
        .failing("Ecs.0201")
        .failing("Ecs.0212")
        .failing("Ecs.0213")
        .failing("Ecs.0217")
        .back();

    remove = servers.<Ref>on("delete-nic", RUNNING, STOPPED)
        .refused("Ecs.0100")
        .guard("Ecs.0605", Guards::locked)
        .guard("Ecs.0085", nics::notThere)
        .guard("Ecs.0507", nics::primary)
        .alongside()
        .via(null, 5)
        .lastly(nics::removed)
        .failing("Ecs.0507")
        .failing("Ecs.0502")
        .back();

    changeVpc = servers.<NewNic>on("change-vpc", RUNNING, STOPPED)
        .refused("Ecs.0100")
        .guard("Ecs.0605", Guards::locked)
        .guard("Ecs.0014", nics::several)
        .guard("Ecs.0014", nics::ipv6)
        .guard("Ecs.0005", nics.lacking("Ecs.0005"))
        .guard("Ecs.0038", nics.lacking("Ecs.0038"))
        .guard("Ecs.0014", nics.lacking("Ecs.0014"))
        .guard("Ecs.0039", nics.lacking("Ecs.0039"))
        .guard("Ecs.0010", nics.lacking("Ecs.0010"))
        .guard("Ecs.0012", nics.lacking("Ecs.0012"))
        .guard("Ecs.0919", nics.lacking("Ecs.0919"))
        .via(null, 10)
        .lastly(nics::moved)
        .changing((server, nic, now) -> moved(server, nic.vpcId()))
        .amending(nics::movedBack)
        .failing("Ecs.0213")
        .failing("Ecs.0201")
        .failing("Ecs.0212")
        .failing("Ecs.0217")
        .back();

    changeAddress = servers.<NewNic>on("change-ip", STOPPED)
        .refused("Ecs.0100")
        .guard("Ecs.0605", Guards::locked)
        .guard("Ecs.0085", nics::missing)
        .guard("Ecs.0086", nics::secondary)
        .guard("Ecs.0038", nics.lacking("Ecs.0038"))
        .guard("Ecs.0014", nics.lacking("Ecs.0014"))
        .guard("Ecs.0014", nics::elsewhere)
        .guard("Ecs.0039", nics.lacking("Ecs.0039"))
        .guard("Ecs.0010", nics.lacking("Ecs.0010"))
        .guard("Ecs.0012", nics.lacking("Ecs.0012"))
        .guard("Ecs.0618", nics::acrossSubnets)
        .lastly(nics::readdressed)
        .failing("Ecs.0618")
        .back();
    // spotless:on
  }

  private static Server moved(Server server, String vpc) {
    var system = new LinkedHashMap<>(server.system());
    system.put("vpc_id", vpc);
    return server.with(
        draft -> {
          draft.build = server.build().inVpc(vpc);
          draft.system = system;
        });
  }
}

package io.ecsim.ecs.server;

import static io.ecsim.ecs.server.ServerStatus.RUNNING;
import static io.ecsim.ecs.server.ServerStatus.STOPPED;

import io.ecsim.sim.Edge;
import io.ecsim.sim.Lifecycle;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** From pay-per-use to month or year: {@code ecs-lifecycle.md} a ("Lock"), b.15. */
public final class ChargingEdges {
  private static final Map<String, String> LOCK =
      Map.of("lockSource", "ORDER", "lockScene", "TO_PERIOD_LOCK", "lockCheckEndpoint", "ecsim");

  private static final String LOCK_ID = "lockSourceId";

  /** Has a server paid for by month or year; it is locked meanwhile. */
  public final Edge<Server, Conversion> subscribe;

  ChargingEdges(Lifecycle<ServerStatus, Server> servers, DiskRules disks) {
    // spotless:off
    subscribe = servers.<Conversion>on("subscribe", RUNNING, STOPPED)
        .refused("Ecs.0100")
        .guard("Ecs.0605", Guards::locked)
        .guard("Ecs.0005", ChargingEdges::isNotByUse)
        .alongside()
        .reserving((server, to, now) -> to == null ? server : locked(server, to), (server, to, now) -> unlocked(server))
        .via(null, 5)
        .with((state, server, to) -> disks.subscribed(state, server, to))
        .changing((server, to, now) -> to == null ? server : subscribed(unlocked(server), to))
        .failing("Ecs.7000")
        .back();
    // spotless:on
  }

  private static String isNotByUse(State state, Resource<Server> server, Conversion to) {
    Charging charging = Charging.of(server.spec());
    return charging == Charging.POSTPAID
        ? null
        : "The server %s is %s, not postpaid."
            .formatted(server.id(), charging.name().toLowerCase(Locale.ROOT));
  }

  private static Server locked(Server server, Conversion to) {
    var system = new LinkedHashMap<>(server.system());
    system.putAll(LOCK);
    system.put(LOCK_ID, to.order());
    return server.with(
        draft -> {
          draft.locked = true;
          draft.system = system;
        });
  }

  private static Server unlocked(Server server) {
    var system = new LinkedHashMap<>(server.system());
    system.keySet().removeAll(LOCK.keySet());
    system.remove(LOCK_ID);
    return server.with(
        draft -> {
          draft.locked = false;
          draft.system = system;
        });
  }

  private static Server subscribed(Server server, Conversion to) {
    var system = new LinkedHashMap<>(server.system());
    Tariff.by(to.order()).into(system, server.build().flavorId());
    return server.with(draft -> draft.system = system);
  }
}

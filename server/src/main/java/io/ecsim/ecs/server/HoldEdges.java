package io.ecsim.ecs.server;

import static io.ecsim.ecs.server.ServerStatus.FROZEN;
import static io.ecsim.ecs.server.ServerStatus.RUNNING;
import static io.ecsim.ecs.server.ServerStatus.STOPPED;
import static io.ecsim.ecs.server.ServerStatus.STOPPING;

import io.ecsim.sim.Appointment;
import io.ecsim.sim.Edge;
import io.ecsim.sim.Lifecycle;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Resource;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Servers that somebody holds: the cloud, because they are not paid for, or their owner, so that
 * nobody touches them ({@code ecs-lifecycle.md} b.12, b.13). No public call freezes a server.
 */
public final class HoldEdges {
  /** How long a frozen server waits to be paid for. */
  public static final Duration RETENTION = Duration.ofDays(15);

  private static final String KEY = "EcmResStatus";

  /** The server is released when its retention is over. */
  public final Edge<Server, Void> freeze;

  public final Edge<Server, Void> unfreeze;
  public final Edge<Server, Void> lock;
  public final Edge<Server, Void> unlock;

  HoldEdges(Lifecycle<ServerStatus, Server> servers, Edge<Server, Deletion> delete) {
    // spotless:off
    freeze = servers.<Void>on("freeze", RUNNING, STOPPED)
        .refused("Ecs.0100")
        .viaFrom(RUNNING, STOPPING, "powering-off", 12)
        .changing((server, none, now) -> marked(server, "freeze", now))
        .failing("Ecs.1000")
        .appointing((state, server, none) -> release(server, delete))
        .to(FROZEN);

    unfreeze = servers.<Void>on("unfreeze", FROZEN)
        .refused("Ecs.0100")
        .changing((server, none, now) -> marked(server, "normal", 0))
        .failing("Ecs.1000")
        .to(STOPPED);

    lock = servers.<Void>onAny("lock")
        .alongside()
        .changing((server, none, now) -> server.with(draft -> draft.locked = true))
        .failing("Ecs.1000")
        .back();

    unlock = servers.<Void>onAny("unlock")
        .alongside()
        .changing((server, none, now) -> server.with(draft -> draft.locked = false))
        .failing("Ecs.1000")
        .back();
    // spotless:on
  }

  private static Appointment release(Resource<Server> server, Edge<Server, Deletion> delete) {
    long since = server.spec().frozenAt();
    return new Appointment(
        since + RETENTION.toMillis(), Plan.of(delete, server.ref(), Deletion.frozenSince(since)));
  }

  private static Server marked(Server server, String word, long frozenAt) {
    Map<String, String> system = new LinkedHashMap<>(server.system());
    system.put(KEY, word);
    return server.with(
        draft -> {
          draft.system = system;
          draft.frozenAt = frozenAt;
        });
  }
}

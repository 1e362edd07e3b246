package io.ecsim.ecs.server;

import static io.ecsim.ecs.server.ServerStatus.FAULTY;
import static io.ecsim.ecs.server.ServerStatus.RUNNING;
import static io.ecsim.ecs.server.ServerStatus.STOPPED;
import static io.ecsim.ecs.server.ServerStatus.VERIFYING_RESIZING;

import io.ecsim.sim.Edge;
import io.ecsim.sim.EdgeDraft;
import io.ecsim.sim.Lifecycle;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What keeps servers going: another host for one, a look into its kernel ({@code ecs-lifecycle.md}
 * b.15). A server that moves shows nothing of it.
 */
public final class UpkeepEdges {
  /**
   * To another host; the argument is a dedicated one, or null for one that is shared, after which
   * the server no longer shows where it was wanted ({@code terraform-huaweicloud.md} 2.2).
   */
  public final Edge<Server, String> migrate;

  /** To another host of the cloud's choice; the server is started by whoever asked for it. */
  public final Edge<Server, Void> redeploy;

  public final Edge<Server, Void> dump;

  /** An image of it; the argument is what makes that. */
  public final Edge<Server, Plan> picture;

  UpkeepEdges(Lifecycle<ServerStatus, Server> servers) {
    // spotless:off
    migrate = servers.<String>on("migrate", STOPPED)
        .refused("Ecs.0100")
        .guard("Ecs.0605", Guards::locked)
        .guard("Ecs.0112", Guards::prepaid)
        .guard("Ecs.0221", UpkeepEdges::thereAlready)
        .via(STOPPED, 30)
        .settling((state, server, host) -> moved(servers, state, server, build -> build.to(host)))
        .failing("Ecs.0221")
        .failing("Ecs.1002", FAULTY)
        .to(STOPPED);

    redeploy = moving(servers)
        .door(Doors.STOPPING, RUNNING, STOPPED)
        .to(STOPPED);

    dump = servers.<Void>on("crash-dump", RUNNING, VERIFYING_RESIZING, FAULTY)
        .refused("Ecs.0100")
        .guard("Ecs.0605", Guards::locked)
        .alongside()
        .failing("Ecs.1000")
        .back();

    picture = servers.<Plan>on("create-image", RUNNING, STOPPED)
        .refused("Ecs.0100")
        .guard("Ecs.0605", Guards::locked)
        .viaFrom(RUNNING, RUNNING, "image_snapshot", 2)
        .viaFrom(RUNNING, RUNNING, "image_uploading", 10)
        .viaFrom(STOPPED, STOPPED, "image_snapshot", 2)
        .viaFrom(STOPPED, STOPPED, "image_uploading", 10)
        .with((state, server, image) -> List.of(image))
        .failing("Ecs.1000")
        .back();
    // spotless:on
  }

  private static EdgeDraft<ServerStatus, Server, Void> moving(
      Lifecycle<ServerStatus, Server> servers) {
    return servers
        .<Void>on("redeploy", STOPPED)
        .refused("Ecs.0100")
        .guard("Ecs.0605", Guards::locked)
        .via(STOPPED, 30)
        .settling((state, server, none) -> moved(servers, state, server, build -> build))
        .failing("Ecs.0221")
        .failing("Ecs.1002", FAULTY);
  }

  /**
   * The server on the next host of its zone that none of its group is on when it gets there; where
   * it was, if there is one of them on every other. The documents want members apart, whatever
   * becomes of them: {@code ecs-schemas.md} 13.
   *
   * @param going what else becomes of where it is
   */
  private static Server moved(
      Lifecycle<ServerStatus, Server> servers,
      State state,
      Resource<Server> moving,
      UnaryOperator<Build> going) {
    Server server = moving.spec();
    Set<Integer> taken = server.group() == null ? Set.of() : fellows(servers, state, moving);
    int moves = server.build().moves() + 1;
    while (taken.contains(Hosts.number(moving.id(), moves))) {
      moves++;
    }
    int last = moves;
    return server.with(draft -> draft.build = going.apply(server.build().on(last)));
  }

  /** The hosts that the others of its group are on; its own is none of them. */
  private static Set<Integer> fellows(
      Lifecycle<ServerStatus, Server> servers, State state, Resource<Server> moving) {
    Server server = moving.spec();
    Set<Integer> taken =
        state
            .all(servers, moving.ref().project())
            .filter(other -> server.group().equals(other.spec().group()))
            .filter(other -> server.build().zone().equals(other.spec().build().zone()))
            .filter(other -> !other.ref().equals(moving.ref()))
            .map(Hosts::number)
            .collect(Collectors.toCollection(HashSet::new));
    taken.remove(Hosts.number(moving));
    return taken;
  }

  private static String thereAlready(State state, Resource<Server> server, String host) {
    String now = server.spec().build().hints().host();
    return host != null && Objects.equals(host, now)
        ? "The server %s is on the dedicated host %s already.".formatted(server.id(), host)
        : null;
  }
}

package io.ecsim.ecs.server;

import static io.ecsim.ecs.server.ServerStatus.RUNNING;
import static io.ecsim.ecs.server.ServerStatus.STOPPED;

import io.ecsim.sim.Edge;
import io.ecsim.sim.Lifecycle;

/**
 * Servers that join a group and leave it: {@code ecs-lifecycle.md} b.15. The documents want a
 * server stopped; Terraform's provider adds servers that run.
 */
public final class GroupEdges {
  public final Edge<Server, Membership> join;
  public final Edge<Server, Void> leave;

  GroupEdges(Lifecycle<ServerStatus, Server> servers) {
    // spotless:off
    join = servers.<Membership>on("join-group", RUNNING, STOPPED)
        .refused("Ecs.0100")
        .guard("Ecs.0605", Guards::locked)
        .alongside()
        .changing((server, group, now) -> joined(server, group))
        .failing("Ecs.1000")
        .back();

    leave = servers.<Void>onAny("leave-group")
        .alongside()
        .changing((server, none, now) -> server.with(draft -> draft.group = null))
        .failing("Ecs.1000")
        .back();
    // spotless:on
  }

  private static Server joined(Server server, Membership membership) {
    return server.with(
        draft -> {
          draft.group = membership.group();
          draft.build = server.build().on(membership.moves());
        });
  }
}

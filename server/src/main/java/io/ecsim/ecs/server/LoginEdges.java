package io.ecsim.ecs.server;

import static io.ecsim.ecs.server.ServerStatus.RUNNING;
import static io.ecsim.ecs.server.ServerStatus.STOPPED;

import io.ecsim.sim.Edge;
import io.ecsim.sim.Lifecycle;

/** How one gets into a server: {@code ecs-lifecycle.md} b.15. */
public final class LoginEdges {
  public final Edge<Server, Void> resetPassword;

  /** Binds another key pair, or none; the task of the key pair service shows how far it is. */
  public final Edge<Server, String> rekey;

  LoginEdges(Lifecycle<ServerStatus, Server> servers) {
    // spotless:off
    resetPassword = servers.<Void>on("reset-password", RUNNING, STOPPED)
        .refused("Ecs.0100")
        .guard("Ecs.0605", Guards::locked)
        .changing((server, none, now) -> server.with(draft -> draft.login = draft.login.withPassword()))
        .failing("Ecs.0610")
        .back();

    rekey = servers.<String>on("change-keypair", RUNNING, STOPPED)
        .refused("KPS.1006")
        .guard("Ecs.0605", Guards::locked)
        .alongside()
        .via(null, 10)
        .changing((server, keypair, now) -> server.with(draft -> draft.login = draft.login.withKeyName(keypair)))
        .failing("KPS.1006")
        .back();
    // spotless:on
  }
}

package io.ecsim.ecs.server;

import static io.ecsim.ecs.server.ServerStatus.RUNNING;
import static io.ecsim.ecs.server.ServerStatus.STOPPED;

import io.ecsim.sim.Edge;
import io.ecsim.sim.Lifecycle;

/** How one gets into a server: {@code ecs-lifecycle.md} b.15. */
public final class LoginEdges {
  public final Edge<Server, Void> resetPassword;

  /** Clears the password that Windows made at first; the server keeps it. */
  public final Edge<Server, Void> forgetPassword;

  /** Opens a console; there is one of a running server only. */
  public final Edge<Server, Void> openConsole;

  /** Opens a serial console, where it is switched on. */
  public final Edge<Server, Void> openSerialConsole;

  /** Switches the serial console on or off. */
  public final Edge<Server, Boolean> switchSerialConsole;

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

    forgetPassword = servers.<Void>on("clear-password", RUNNING, STOPPED)
        .refused("Ecs.0100")
        .changing((server, none, now) -> server.with(draft -> draft.login = draft.login.withoutFirstPassword()))
        .failing("Ecs.1000")
        .back();

    openConsole = servers.<Void>on("open-console", RUNNING)
        .refused("Ecs.0100")
        .alongside()
        .failing("Ecs.1000")
        .back();

    openSerialConsole = servers.<Void>on("open-serial-console", RUNNING)
        .refused("Ecs.0100")
        .guard("Ecs.0100", Guards::noSerialConsole)
        .alongside()
        .failing("Ecs.1000")
        .back();

    switchSerialConsole = servers.<Boolean>on("switch-serial-console", RUNNING, STOPPED)
        .refused("Ecs.0100")
        .guard("Ecs.0605", Guards::locked)
        .changing((server, on, now) -> server.with(draft -> draft.build = draft.build.with(draft.build.options().withSerialConsole(on))))
        .failing("Ecs.1000")
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

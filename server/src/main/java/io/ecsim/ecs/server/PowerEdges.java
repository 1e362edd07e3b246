package io.ecsim.ecs.server;

import static io.ecsim.ecs.server.ServerStatus.FAULTY;
import static io.ecsim.ecs.server.ServerStatus.FORCIBLY_RESTARTING;
import static io.ecsim.ecs.server.ServerStatus.RESTARTING;
import static io.ecsim.ecs.server.ServerStatus.RUNNING;
import static io.ecsim.ecs.server.ServerStatus.STARTING;
import static io.ecsim.ecs.server.ServerStatus.STOPPED;
import static io.ecsim.ecs.server.ServerStatus.STOPPING;

import io.ecsim.sim.Edge;
import io.ecsim.sim.Lifecycle;

/** Switching a server on and off: {@code ecs-lifecycle.md} b.2 to b.5. */
public final class PowerEdges {
  public final Edge<Server, Void> start;
  public final Edge<Server, Void> stop;

  /** Also ends a stop or restart that is stuck. */
  public final Edge<Server, Void> hardStop;

  public final Edge<Server, Void> reboot;

  /** Also ends a restart that is stuck. */
  public final Edge<Server, Void> hardReboot;

  PowerEdges(Lifecycle<ServerStatus, Server> servers, DiskRules disks) {
    // spotless:off
    start = servers.<Void>on("start", STOPPED)
        .refused("Ecs.0100")
        .refusedIf("Ecs.0105", disks::noSystemDisk)
        .guard("Ecs.0605", Guards::locked)
        .guard("Ecs.0105", disks::noSystemDisk)
        .via(STARTING, "powering-on", 10)
        .failing("Ecs.0226")
        .failing("Ecs.0319")
        .failing("Ecs.0101", FAULTY)
        .to(RUNNING);

    stop = servers.<Void>on("stop", RUNNING)
        .door(Doors.NATIVE, RUNNING, FAULTY)
        .refused("Ecs.0100")
        .guard("Ecs.0605", Guards::locked)
        .via(STOPPING, "powering-off", 12)
        .failing("Ecs.1000")
        .failing("Ecs.1002", FAULTY)
        .to(STOPPED);

    hardStop = servers.<Void>on("hard-stop", RUNNING, STOPPING, RESTARTING)
        .door(Doors.NATIVE, RUNNING, STOPPING, RESTARTING, FAULTY)
        .refused("Ecs.0100")
        .guard("Ecs.0605", Guards::locked)
        .interrupting()
        .via(STOPPING, "powering-off", 3)
        .failing("Ecs.1000")
        .failing("Ecs.1002", FAULTY)
        .to(STOPPED);

    reboot = servers.<Void>on("reboot", RUNNING)
        .refused("Ecs.0100")
        .guard("Ecs.0605", Guards::locked)
        .via(RESTARTING, "rebooting", 3)
        .via(RESTARTING, "reboot_pending", 5)
        .via(RESTARTING, "reboot_started", 12)
        .failing("Ecs.0227")
        .failing("Ecs.1002", FAULTY)
        .to(RUNNING);

    hardReboot = servers.<Void>on("hard-reboot", RUNNING, RESTARTING)
        .door(Doors.NATIVE, RUNNING, RESTARTING, STOPPED, FAULTY)
        .refused("Ecs.0100")
        .guard("Ecs.0605", Guards::locked)
        .interrupting()
        .via(FORCIBLY_RESTARTING, "rebooting_hard", 2)
        .via(FORCIBLY_RESTARTING, "reboot_pending_hard", 3)
        .via(FORCIBLY_RESTARTING, "reboot_started_hard", 10)
        .failing("Ecs.0227")
        .failing("Ecs.1002", FAULTY)
        .to(RUNNING);
    // spotless:on
  }
}

package io.ecsim.ecs.server;

import static io.ecsim.ecs.server.ServerStatus.RUNNING;
import static io.ecsim.ecs.server.ServerStatus.STOPPED;
import static io.ecsim.ecs.server.ServerStatus.VERIFYING_RESIZING;

import io.ecsim.sim.Edge;
import io.ecsim.sim.Lifecycle;

/**
 * Disks that come and go: {@code ecs-lifecycle.md} b.10. Natively, also while a new flavor is
 * tried.
 */
public final class VolumeEdges {
  /** Attaches a disk: both sides, or neither. */
  public final Edge<Server, Attachment> attach;

  public final Edge<Server, Attachment> detach;

  VolumeEdges(Lifecycle<ServerStatus, Server> servers, DiskRules disks) {
    // spotless:off
    attach = servers.<Attachment>on("attach-volume", RUNNING, STOPPED)
        .door(Doors.NATIVE, RUNNING, STOPPED, VERIFYING_RESIZING)
        .refused("Ecs.0100")
        .guard("Ecs.0605", Guards::locked)
        .guard("Ecs.0017", disks::unknown)
        .guard("Ecs.0057", disks::attachedAlready)
        .guard("Ecs.0121", disks::elsewhere)
        .guard("Ecs.0104", disks::noSlot)
        .guard("Ecs.0005", disks::deviceTaken)
        .alongside()
        .with(disks::attached)
        .amending(disks::unplugged)
        .failing("Ecs.0205")
        .back();

    detach = servers.<Attachment>on("detach-volume", RUNNING, STOPPED)
        .door(Doors.NATIVE, RUNNING, STOPPED, VERIFYING_RESIZING)
        .refused("Ecs.0100")
        .guard("Ecs.0605", Guards::locked)
        .guard("Ecs.0111", disks::notAttached)
        .guard("Ecs.0100", disks::systemDiskInUse)
        .alongside()
        .with(disks::detached)
        .amending(disks::plugged)
        .failing("Ecs.0102")
        .back();
    // spotless:on
  }
}

package io.ecsim.ecs;

import static io.ecsim.ecs.ServerStatus.CREATING;
import static io.ecsim.ecs.ServerStatus.DELETING;
import static io.ecsim.ecs.ServerStatus.FAULTY;
import static io.ecsim.ecs.ServerStatus.FORCIBLY_RESTARTING;
import static io.ecsim.ecs.ServerStatus.FROZEN;
import static io.ecsim.ecs.ServerStatus.OS_CHANGE_FAILED;
import static io.ecsim.ecs.ServerStatus.REINSTALLING_OS_FAILED;
import static io.ecsim.ecs.ServerStatus.RESTARTING;
import static io.ecsim.ecs.ServerStatus.RUNNING;
import static io.ecsim.ecs.ServerStatus.STARTING;
import static io.ecsim.ecs.ServerStatus.STOPPED;
import static io.ecsim.ecs.ServerStatus.STOPPING;

import io.ecsim.sim.Edge;
import io.ecsim.sim.Lifecycle;
import io.ecsim.sim.Plan;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What may happen to a server: {@code ecs-lifecycle.md} b.1 to b.10, b.15. Lengths of steps from
 * b.17, else plausible; failures from d.
 *
 * <p>A failed stop has no code of its own in the vendor's table; it is a failed call to the backend
 * ({@code Ecs.1000}). Where the reference leaves both a stable status and <em>Faulty</em> open, the
 * code decides.
 */
final class ServerTable {
  final Lifecycle<ServerStatus, Server> servers =
      Lifecycle.of("server", ServerStatus.class, Server.class)
          .missing("Ecs.0114")
          .busy("Ecs.0603")
          .gone("Deleted");

  /**
   * Makes a server, its disks and its public address; what fails is taken back, and the server is
   * gone.
   */
  final Edge<Server, Outfit> create;

  final Edge<Server, Void> start;
  final Edge<Server, Void> stop;

  /** Also ends a stop or restart that is stuck. */
  final Edge<Server, Void> hardStop;

  final Edge<Server, Void> reboot;

  /** Also ends a restart that is stuck. */
  final Edge<Server, Void> hardReboot;

  /** Attaches a disk: both sides, or neither. */
  final Edge<Server, Attachment> attach;

  final Edge<Server, Attachment> detach;
  final Edge<Server, Texts> update;

  /** Replaces the user's metadata. */
  final Edge<Server, Map<String, String>> describe;

  final Edge<Server, Void> resetPassword;

  /** Binds another key pair, or none; the task of the key pair service shows how far it is. */
  final Edge<Server, String> rekey;

  /**
   * Deletes a server, whatever is under way on it; its disks and addresses last, so that a failure
   * keeps them.
   */
  final Edge<Server, Deletion> delete;

  ServerTable(DiskRules disks, AddressRules addresses) {
    // spotless:off
    create = servers.<Outfit>creates("create")
        .via(CREATING, "scheduling", 2)
        .via(CREATING, "networking", 6)
        .via(CREATING, "block_device_mapping", 12)
        .via(CREATING, "spawning", 20)
        .with((state, server, outfit) -> all(disks.made(state, server, outfit.disks()), addresses.given(state, server, outfit.address())))
        .amending((state, server, outfit) -> all(disks.released(state, server, true), addresses.takenBack(state, server, outfit.address())))
        .changing((server, outfit, now) -> server.launchedAt(now))
        .interruptedInto(FAULTY)
        .failingGone("Ecs.0219", FAULTY)
        .failingGone("Ecs.0204", FAULTY)
        .failingGone("Ecs.0319", FAULTY)
        .failingGone("Ecs.0201", FAULTY)
        .failingGone("Ecs.0217", FAULTY)
        .failingGone("Ecs.0202", FAULTY)
        .failingGone("Ecs.0203", FAULTY)
        .failingGone("Ecs.0205", FAULTY)
        .failingGone("Ecs.0210", FAULTY)
        .failing("Ecs.0403", FAULTY)
        .to(RUNNING);

    start = servers.<Void>on("start", STOPPED)
        .refused("Ecs.0100")
        .guard("Ecs.0605", Guards::locked)
        .guard("Ecs.0105", disks::noSystemDisk)
        .via(STARTING, "powering-on", 10)
        .failing("Ecs.0226")
        .failing("Ecs.0319")
        .failing("Ecs.0101", FAULTY)
        .to(RUNNING);

    stop = servers.<Void>on("stop", RUNNING)
        .refused("Ecs.0100")
        .guard("Ecs.0605", Guards::locked)
        .via(STOPPING, "powering-off", 12)
        .failing("Ecs.1000")
        .failing("Ecs.1002", FAULTY)
        .to(STOPPED);

    hardStop = servers.<Void>on("hard-stop", RUNNING, STOPPING, RESTARTING)
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
        .refused("Ecs.0100")
        .guard("Ecs.0605", Guards::locked)
        .interrupting()
        .via(FORCIBLY_RESTARTING, "rebooting_hard", 2)
        .via(FORCIBLY_RESTARTING, "reboot_pending_hard", 3)
        .via(FORCIBLY_RESTARTING, "reboot_started_hard", 10)
        .failing("Ecs.0227")
        .failing("Ecs.1002", FAULTY)
        .to(RUNNING);

    attach = servers.<Attachment>on("attach-volume", RUNNING, STOPPED)
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
        .refused("Ecs.0100")
        .guard("Ecs.0605", Guards::locked)
        .guard("Ecs.0111", disks::notAttached)
        .guard("Ecs.0100", disks::systemDiskInUse)
        .alongside()
        .with(disks::detached)
        .amending(disks::plugged)
        .failing("Ecs.0102")
        .back();

    update = servers.<Texts>on("update", RUNNING, STOPPED, FAULTY, FROZEN, REINSTALLING_OS_FAILED, OS_CHANGE_FAILED)
        .refused("Ecs.0100")
        .changing((server, texts, now) -> server.with(texts))
        .failing("Ecs.0616")
        .back();

    describe = servers.<Map<String, String>>on("update-metadata", RUNNING, STOPPED, FROZEN, REINSTALLING_OS_FAILED, OS_CHANGE_FAILED)
        .refused("Ecs.0100")
        .guard("Ecs.0605", Guards::locked)
        .changing((server, metadata, now) -> server.withMetadata(metadata))
        .failing("Ecs.1000")
        .back();

    resetPassword = servers.<Void>on("reset-password", RUNNING, STOPPED)
        .refused("Ecs.0100")
        .guard("Ecs.0605", Guards::locked)
        .changing((server, none, now) -> server.with(server.login().withPassword()))
        .failing("Ecs.0610")
        .back();

    rekey = servers.<String>on("change-keypair", RUNNING, STOPPED)
        .refused("KPS.1006")
        .guard("Ecs.0605", Guards::locked)
        .alongside()
        .via(null, 10)
        .changing((server, keypair, now) -> server.with(server.login().withKeyName(keypair)))
        .failing("KPS.1006")
        .back();

    delete = servers.<Deletion>on("delete", allBut(DELETING))
        .refused("Ecs.0100")
        .guard("Ecs.0605", Guards::locked)
        .guard("Ecs.0082", Guards::postponed)
        .interrupting()
        .via(DELETING, "deleting", 8)
        .lastly((state, server, how) -> all(disks.released(state, server, Deletion.or(how).dataDisks()), addresses.released(state, server, Deletion.or(how).addresses())))
        .failing("Ecs.0501")
        .failing("Ecs.0502")
        .failing("Ecs.0507")
        .failing("Ecs.1002", FAULTY)
        .gone();
    // spotless:on
  }

  private static List<Plan> all(List<Plan> some, List<Plan> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  private static ServerStatus[] allBut(ServerStatus status) {
    return EnumSet.complementOf(EnumSet.of(status)).toArray(ServerStatus[]::new);
  }
}

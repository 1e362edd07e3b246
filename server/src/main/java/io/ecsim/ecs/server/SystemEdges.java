package io.ecsim.ecs.server;

import static io.ecsim.ecs.server.ServerStatus.CHANGING_OS;
import static io.ecsim.ecs.server.ServerStatus.FAULTY;
import static io.ecsim.ecs.server.ServerStatus.OS_CHANGE_FAILED;
import static io.ecsim.ecs.server.ServerStatus.REINSTALLING_OS;
import static io.ecsim.ecs.server.ServerStatus.REINSTALLING_OS_FAILED;
import static io.ecsim.ecs.server.ServerStatus.RUNNING;
import static io.ecsim.ecs.server.ServerStatus.STOPPED;

import io.ecsim.pack.Images;
import io.ecsim.sim.Edge;
import io.ecsim.sim.EdgeDraft;
import io.ecsim.sim.Lifecycle;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An operating system for a server: {@code ecs-lifecycle.md} b.7, b.8. The system disk is taken
 * away and made anew; other disks, cards and addresses stay.
 *
 * <p>A rule that makes one of these edges fail leaves the old disk where it is; one that makes the
 * new disk fail ({@code volume.create}) leaves a server without any.
 */
public final class SystemEdges {
  /** Its own image again; it is started by whoever asked for it. */
  public final Edge<Server, NewSystem> reinstall;

  /** Another image; it is started by whoever asked for it. */
  public final Edge<Server, NewSystem> change;

  /** Any image, natively: the server is on or off afterwards as it was before. */
  public final Edge<Server, NewSystem> rebuild;

  SystemEdges(Lifecycle<ServerStatus, Server> servers, SystemRules systems) {
    // spotless:off
    reinstall = replacing(servers.<NewSystem>on("reinstall-os", STOPPED, REINSTALLING_OS_FAILED), systems)
        .door(Doors.STOPPING, RUNNING, STOPPED, REINSTALLING_OS_FAILED)
        .via(REINSTALLING_OS, 45)
        .failing("Ecs.0503", REINSTALLING_OS_FAILED)
        .failing("Ecs.0202", REINSTALLING_OS_FAILED)
        .failing("Ecs.1002", REINSTALLING_OS_FAILED)
        .to(STOPPED);

    change = replacing(servers.<NewSystem>on("change-os", STOPPED, REINSTALLING_OS_FAILED, OS_CHANGE_FAILED), systems)
        .door(Doors.STOPPING, RUNNING, STOPPED, REINSTALLING_OS_FAILED, OS_CHANGE_FAILED)
        .guard("Ecs.0510", systems::orderedOtherwise)
        .via(CHANGING_OS, 90)
        .failing("Ecs.0503", OS_CHANGE_FAILED)
        .failing("Ecs.0202", OS_CHANGE_FAILED)
        .failing("Ecs.0208", OS_CHANGE_FAILED)
        .failing("Ecs.1002", OS_CHANGE_FAILED)
        .to(STOPPED);

    rebuild = replacing(servers.<NewSystem>on("rebuild", RUNNING, STOPPED, FAULTY, REINSTALLING_OS_FAILED), systems)
        .guard("Ecs.0120", Guards::prepaid)
        .via(REINSTALLING_OS, "rebuilding", 5)
        .via(REINSTALLING_OS, "rebuild_block_device_mapping", 10)
        .via(REINSTALLING_OS, "rebuild_spawning", 15)
        .failing("Ecs.1000", FAULTY)
        .failing("Ecs.0202", FAULTY)
        .to("on or off as before", (server, was) -> rebuilt(was));
    // spotless:on
  }

  private static EdgeDraft<ServerStatus, Server, NewSystem> replacing(
      EdgeDraft<ServerStatus, Server, NewSystem> edge, SystemRules systems) {
    return edge.refused("Ecs.0100")
        .guard("Ecs.0605", Guards::locked)
        .guard("Ecs.0105", systems::missing)
        .guard("Ecs.0032", systems::inactive)
        .guard("Ecs.0007", systems::unfit)
        .guard("Ecs.0073", systems::beingBackedUp)
        .guard("Ecs.0101", systems::abnormal)
        .reserving(
            (server, system, now) -> server.with(draft -> draft.lost = system.order()),
            (server, system, now) -> server)
        .lastly(systems::replaced)
        .amending((state, server, system) -> systems.discarded(state, server))
        .changing((server, system, now) -> installed(server, system));
  }

  private static Server installed(Server server, NewSystem system) {
    return server.with(
        draft -> {
          draft.lost = null;
          draft.login = system.login();
          draft.build = server.build().withImage(system.image().id());
          draft.system = metering(server.system(), system.image());
        });
  }

  private static Map<String, String> metering(Map<String, String> before, Images.Facts image) {
    var system = new LinkedHashMap<>(before);
    system.put("metering.image_id", image.id());
    system.put("metering.imagetype", image.type());
    system.computeIfPresent(
        "metering.resourcespeccode",
        (key, code) -> code.substring(0, code.lastIndexOf('.')) + suffix(image));
    system.put("image_name", image.name());
    system.put("os_bit", image.bits());
    system.put("os_type", image.os());
    return system;
  }

  private static String suffix(Images.Facts image) {
    return image.os().equals("Windows") ? ".win" : ".linux";
  }

  private static ServerStatus rebuilt(ServerStatus was) {
    return switch (was) {
      case FAULTY -> RUNNING;
      case REINSTALLING_OS_FAILED -> STOPPED;
      default -> was;
    };
  }
}

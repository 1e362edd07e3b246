package io.ecsim.ecs.server;

import static io.ecsim.ecs.server.ServerStatus.FAULTY;
import static io.ecsim.ecs.server.ServerStatus.FROZEN;
import static io.ecsim.ecs.server.ServerStatus.RESIZING;
import static io.ecsim.ecs.server.ServerStatus.ROLLING_BACK_RESIZING;
import static io.ecsim.ecs.server.ServerStatus.RUNNING;
import static io.ecsim.ecs.server.ServerStatus.STOPPED;
import static io.ecsim.ecs.server.ServerStatus.VERIFYING_RESIZING;

import io.ecsim.sim.Edge;
import io.ecsim.sim.Lifecycle;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Another flavor for a server: {@code ecs-lifecycle.md} b.6. Natively the new one is tried until
 * somebody confirms it or takes it back; Huawei's jobs confirm by themselves.
 */
public final class ResizeEdges {
  private static final String RESOURCE = "metering.resourcespeccode";

  /** The server waits with its new flavor to be confirmed; one that fails has its old one back. */
  public final Edge<Server, NewFlavor> resize;

  /**
   * What an order does that pays for another flavor: a server that runs by then is stopped for it
   * and started again, and nobody is asked to confirm.
   */
  public final Edge<Server, NewFlavor> resizeAsOrdered;

  public final Edge<Server, Void> confirm;
  public final Edge<Server, Void> revert;

  ResizeEdges(Lifecycle<ServerStatus, Server> servers, FlavorRules flavors, PowerEdges power) {
    // spotless:off
    resize = servers.<NewFlavor>on("resize", STOPPED)
        .door(Doors.STOPPING, RUNNING, STOPPED)
        .door(Doors.NATIVE, RUNNING, STOPPED)
        .refused("Ecs.0100")
        .refusedIn("Ecs.0030", FROZEN)
        .guard("Ecs.0605", Guards::locked)
        .guard("Ecs.0029", flavors::unknown)
        .guard("Ecs.0009", flavors::same)
        .guard("Ecs.0704", flavors::spot)
        .guard("Ecs.0803", flavors::homeless)
        .guard("Ecs.0027", (state, server, to) -> flavors.notSold("Ecs.0027", server, to))
        .guard("Ecs.0016", (state, server, to) -> flavors.notSold("Ecs.0016", server, to))
        .guard("Ecs.0019", (state, server, to) -> flavors.notSold("Ecs.0019", server, to))
        .guard("Ecs.0018", (state, server, to) -> flavors.notSold("Ecs.0018", server, to))
        .guard("Ecs.0804", flavors::foreign)
        .guard("Ecs.0811", flavors::fromXen)
        .guard("Ecs.0807", flavors::tooManyCards)
        .guard("Ecs.0809", flavors::tooManyDisks)
        .guard("Ecs.0001", (state, server, to) -> flavors.noQuota(state, servers, server, to))
        .via(RESIZING, "resize_prep", 3)
        .via(RESIZING, "resize_migrating", 12)
        .via(RESIZING, "resize_migrated", 3)
        .via(RESIZING, "resize_finish", 12)
        .reserving(ResizeEdges::begun, (server, to, now) -> server.with(draft -> draft.resizing = null))
        .changing((server, to, now) -> flavored(server, to.id(), to.threads() == null ? threads(server) : to.threads()))
        .failingBackVia("Ecs.0207", ROLLING_BACK_RESIZING, "resize_reverting", 10)
        .failingBackVia("Ecs.0319", ROLLING_BACK_RESIZING, "resize_reverting", 10)
        .failing("Ecs.1002", FAULTY)
        .to(VERIFYING_RESIZING);

    confirm = servers.<Void>on("confirm-resize", VERIFYING_RESIZING)
        .refused("Ecs.0100")
        .guard("Ecs.0605", Guards::locked)
        .via(VERIFYING_RESIZING, "resize_confirming", 3)
        .changing((server, none, now) -> server.with(draft -> draft.resizing = closed(server)))
        .failing("Ecs.0209")
        .failing("Ecs.1002", FAULTY)
        .to("as it was before", ResizeEdges::before);

    revert = servers.<Void>on("revert-resize", VERIFYING_RESIZING)
        .refused("Ecs.0100")
        .guard("Ecs.0605", Guards::locked)
        .via(ROLLING_BACK_RESIZING, "resize_reverting", 10)
        .changing((server, none, now) -> taken(server))
        .failing("Ecs.0207", FAULTY)
        .to("as it was before", ResizeEdges::before);

    resizeAsOrdered = servers.<NewFlavor>on("resize-as-ordered", STOPPED)
        .door(Doors.STOPPING, RUNNING, STOPPED)
        .refused("Ecs.0100")
        .alongside()
        .lastly((state, server, to) -> to == null ? List.of() : resized(power, server, to))
        .failing("Ecs.0207")
        .back();
    // spotless:on
  }

  private List<Plan> resized(PowerEdges power, Resource<Server> server, NewFlavor to) {
    Ref ref = server.ref();
    Plan confirmed = Plan.of(confirm, ref, null);
    Plan work = Plan.of(resize, ref, to);
    boolean runs = server.status() == RUNNING;
    return List.of(
        Plan.inOrder(
            "resizeServer",
            runs
                ? List.of(
                    Plan.of(power.stop, ref, null),
                    work,
                    confirmed,
                    Plan.of(power.start, ref, null))
                : List.of(work, confirmed)));
  }

  private static Server begun(Server server, NewFlavor to, long now) {
    var resizing =
        new Resizing(server.build().flavorId(), to.id(), threads(server), to.running(), true);
    return server.with(draft -> draft.resizing = resizing);
  }

  private static Server taken(Server server) {
    Resizing resizing = closed(server);
    Server back = resizing == null ? server : flavored(server, resizing.from(), resizing.threads());
    return back.with(draft -> draft.resizing = resizing);
  }

  /** Null for a server that was put into its status by force. */
  private static Resizing closed(Server server) {
    return server.resizing() == null ? null : server.resizing().closed();
  }

  private static Integer threads(Server server) {
    return server.build().options().threads();
  }

  private static Server flavored(Server server, String flavor, Integer threads) {
    Map<String, String> system = new LinkedHashMap<>(server.system());
    server.tariff().into(system, flavor);
    system.computeIfPresent(
        RESOURCE, (key, code) -> flavor + code.substring(code.lastIndexOf('.')));
    return server.with(
        draft -> {
          draft.build =
              server.build().withFlavor(flavor).with(server.build().options().withThreads(threads));
          draft.system = system;
        });
  }

  private static ServerStatus before(Server server) {
    return server.resizing() != null && server.resizing().running() ? RUNNING : STOPPED;
  }
}

package io.ecsim.ecs.server;

import static io.ecsim.ecs.server.ServerStatus.CREATING;
import static io.ecsim.ecs.server.ServerStatus.DELETING;
import static io.ecsim.ecs.server.ServerStatus.FAULTY;
import static io.ecsim.ecs.server.ServerStatus.FROZEN;
import static io.ecsim.ecs.server.ServerStatus.OS_CHANGE_FAILED;
import static io.ecsim.ecs.server.ServerStatus.REINSTALLING_OS_FAILED;
import static io.ecsim.ecs.server.ServerStatus.RUNNING;
import static io.ecsim.ecs.server.ServerStatus.SOFT_DELETED;
import static io.ecsim.ecs.server.ServerStatus.STOPPED;
import static io.ecsim.ecs.server.ServerStatus.VERIFYING_RESIZING;

import io.ecsim.sim.Edge;
import io.ecsim.sim.Lifecycle;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.State;
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
public final class ServerTable {
  public final Lifecycle<ServerStatus, Server> servers =
      Lifecycle.of("server", ServerStatus.class, Server.class)
          .missing("Ecs.0114")
          .busy("Ecs.0603")
          .gone("Deleted")
          .wording(ForeignWords::of);

  /**
   * Makes a server, its disks and its public address; what fails is taken back, and the server is
   * gone. One that was asked for natively stays, faulty.
   */
  public final Edge<Server, Outfit> create;

  public final PowerEdges power;
  public final VolumeEdges volumes;
  public final NicEdges nics;
  public final GroupEdges groups;
  public final LoginEdges login;
  public final ResizeEdges resizing;
  public final SystemEdges systems;
  public final HoldEdges holds;
  public final UpkeepEdges upkeep;
  public final BinEdges bin;
  public final ChargingEdges charging;
  public final SpotEdges spot;
  public final Edge<Server, Texts> update;

  /** Replaces the user's metadata. */
  public final Edge<Server, Map<String, String>> describe;

  /**
   * Deletes a server; its disks and addresses last, so that a failure keeps them. Natively, and
   * when its time has come, whatever is under way on it ({@code ecs-lifecycle.md} b.9, b.16).
   */
  public final Edge<Server, Deletion> delete;

  private final AddressRules addresses;

  public ServerTable(
      DiskRules disks,
      SystemRules system,
      AddressRules addresses,
      NicRules cards,
      FlavorRules flavors) {
    this.addresses = addresses;
    // spotless:off
    create = servers.<Outfit>creates("create")
        .via(CREATING, "scheduling", 2)
        .via(CREATING, "networking", 6)
        .via(CREATING, "block_device_mapping", 12)
        .via(CREATING, "spawning", 20)
        .with((state, server, outfit) -> all(addresses.cards(state, server, outfit.cards()), disks.made(state, server, outfit), addresses.given(state, server, outfit)))
        .amending((state, server, outfit) -> all(disks.released(state, server, !server.spec().stays()), addresses.takenBack(state, server, outfit.address()), cards.released(state, server)))
        .changing((server, outfit, now) -> server.with(draft -> draft.launchedAt = now))
        .interruptedInto(FAULTY)
        .failingIf(Server::stays, "Ecs.0219", FAULTY)
        .failingIf(Server::stays, "Ecs.0204", FAULTY)
        .failingIf(Server::stays, "Ecs.0319", FAULTY)
        .failingIf(Server::stays, "Ecs.0201", FAULTY)
        .failingIf(Server::stays, "Ecs.0217", FAULTY)
        .failingIf(Server::stays, "Ecs.0202", FAULTY)
        .failingIf(Server::stays, "Ecs.0203", FAULTY)
        .failingIf(Server::stays, "Ecs.0205", FAULTY)
        .failingIf(Server::stays, "Ecs.0210", FAULTY)
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

    power = new PowerEdges(servers, disks);
    volumes = new VolumeEdges(servers, disks);
    nics = new NicEdges(servers, cards);
    groups = new GroupEdges(servers);
    login = new LoginEdges(servers);
    resizing = new ResizeEdges(servers, flavors, power);
    systems = new SystemEdges(servers, system);
    upkeep = new UpkeepEdges(servers);
    bin = new BinEdges(servers, disks, addresses, cards);
    charging = new ChargingEdges(servers, disks);
    spot = new SpotEdges(servers, disks, addresses, cards);

    update = servers.<Texts>on("update", RUNNING, STOPPED, VERIFYING_RESIZING, FAULTY, FROZEN, REINSTALLING_OS_FAILED, OS_CHANGE_FAILED)
        .refused("Ecs.0100")
        .changing((server, texts, now) -> texts.on(server))
        .failing("Ecs.0616")
        .back();

    describe = servers.<Map<String, String>>on("update-metadata", RUNNING, STOPPED, FROZEN, REINSTALLING_OS_FAILED, OS_CHANGE_FAILED)
        .refused("Ecs.0100")
        .guard("Ecs.0605", Guards::locked)
        .changing((server, metadata, now) -> server.with(draft -> draft.metadata = metadata))
        .failing("Ecs.1000")
        .back();

    delete = servers.<Deletion>on("delete", CREATING, RUNNING, STOPPED, VERIFYING_RESIZING, REINSTALLING_OS_FAILED, OS_CHANGE_FAILED, FAULTY, FROZEN)
        .door(Doors.NATIVE, allBut(DELETING, SOFT_DELETED))
        .refused("Ecs.0100")
        .guard("Ecs.0605", Guards::locked)
        .guard("Ecs.0082", Guards::postponed)
        .guard("Ecs.0100", Guards::renewed)
        .guard("Ecs.0513", Guards::subscribed)
        .interrupting()
        .via(DELETING, "deleting", 8)
        .lastly((state, server, how) -> Deletion.parts(disks, addresses, cards, state, server, how))
        .failing("Ecs.0501")
        .failing("Ecs.0502")
        .failing("Ecs.0507")
        .failing("Ecs.1002", FAULTY)
        .gone();
    // spotless:on

    holds = new HoldEdges(servers, delete);
  }

  /** Whether a server has the public address with this id. */
  public boolean hasAddress(State state, Ref server, String id) {
    return addresses.has(state, state.require(servers, server), id);
  }

  @SafeVarargs
  private static List<Plan> all(List<Plan>... plans) {
    return Stream.of(plans).flatMap(List::stream).toList();
  }

  private static ServerStatus[] allBut(ServerStatus first, ServerStatus... others) {
    return EnumSet.complementOf(EnumSet.of(first, others)).toArray(ServerStatus[]::new);
  }
}

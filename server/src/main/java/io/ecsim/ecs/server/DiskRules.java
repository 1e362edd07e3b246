package io.ecsim.ecs.server;

import io.ecsim.inventory.Inventory;
import io.ecsim.pack.Disks;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What the server table says of disks: the parts of edges, and conditions. */
public final class DiskRules {
  private final Disks disks;
  private final Inventory inventory;

  public DiskRules(Disks disks, Inventory inventory) {
    this.disks = disks;
    this.inventory = inventory;
  }

  // Parts

  /** The disks of a new server. */
  List<Plan> made(State state, Resource<Server> server, Outfit outfit) {
    List<NewDisk> news = outfit.disks();
    Stream<Plan> made =
        news.stream()
            .map(
                disk ->
                    disks
                        .createAndAttach(state, server.ref(), disk.order(), disk.device())
                        .failingAs(
                            disk.order().bootIndex() == Attachment.SYSTEM
                                ? "Ecs.0202"
                                : "Ecs.0203"));
    Stream<Plan> present =
        outfit.present().stream().map(place -> plug(server, place).failingAs("Ecs.0205"));
    return Stream.concat(made, present).toList();
  }

  List<Plan> attached(State state, Resource<Server> server, Attachment what) {
    return List.of(plug(server, placed(state, server, what)).failingAs("Ecs.0205"));
  }

  private Plan plug(Resource<Server> server, Attachment what) {
    return disks.attach(what.disk(), server.ref(), what.device(), what.bootIndex(), what.going());
  }

  /** Where it comes: under the name it was promised, or the next one that is free now, if any. */
  private Attachment placed(State state, Resource<Server> server, Attachment what) {
    List<Disks.Attached> there = disks.of(state, server.ref());
    Ref disk = what.disk();
    if (what.device() == null) {
      boolean scsi = disks.isScsi(state, disk.project(), disk.id());
      List<String> used = there.stream().map(Disks.Attached::device).toList();
      return Attachment.of(disk, Devices.next(scsi, used));
    }
    boolean vacant = there.stream().noneMatch(other -> other.bootIndex() == Attachment.SYSTEM);
    return vacant && Devices.first(what.device())
        ? new Attachment(disk, what.device(), Attachment.SYSTEM, true)
        : what;
  }

  List<Plan> detached(State state, Resource<Server> server, Attachment what) {
    return List.of(disks.detach(what.disk(), server.ref()).failingAs("Ecs.0102"));
  }

  /** Takes an attachment back, if the disk's side of it has come about. */
  List<Plan> unplugged(State state, Resource<Server> server, Attachment what) {
    return holds(state, server, what.disk())
        ? List.of(disks.detach(what.disk(), server.ref()))
        : List.of();
  }

  /** Takes a detachment back, if the disk's side of it has come about. */
  List<Plan> plugged(State state, Resource<Server> server, Attachment what) {
    return holds(state, server, what.disk()) ? List.of() : List.of(plug(server, what));
  }

  /** What becomes of the disks when the server goes. */
  List<Plan> released(State state, Resource<Server> server, boolean all) {
    return disks.release(state, server.ref(), all, server.spec().tariff().order()).stream()
        .map(plan -> plan.failingAs("Ecs.0501"))
        .toList();
  }

  /** The disks that are paid for together with the server from now on. */
  List<Plan> subscribed(State state, Resource<Server> server, Conversion to) {
    return to == null
        ? List.of()
        : disks.of(state, server.ref()).stream()
            .filter(disk -> disk.bootIndex() == Attachment.SYSTEM || to.dataDisks())
            .map(disk -> disks.subscribe(disk.ref(), to.order()))
            .toList();
  }

  // Conditions

  String noSystemDisk(State state, Resource<Server> server, Object argument) {
    return disks.of(state, server.ref()).stream()
            .anyMatch(disk -> disk.bootIndex() == Attachment.SYSTEM)
        ? null
        : "The server %s has no system disk.".formatted(server.id());
  }

  String unknown(State state, Resource<Server> server, Attachment what) {
    Ref disk = what.disk();
    return disks.exists(state, disk.project(), disk.id())
        ? null
        : "The disk %s does not exist.".formatted(disk.id());
  }

  String attachedAlready(State state, Resource<Server> server, Attachment what) {
    return holds(state, server, what.disk())
        ? "The disk %s is attached to the server already.".formatted(what.disk().id())
        : null;
  }

  String elsewhere(State state, Resource<Server> server, Attachment what) {
    String zone = disks.zoneOf(state, what.disk().project(), what.disk().id());
    String own = server.spec().build().zone();
    return Objects.equals(zone, own)
        ? null
        : "The disk is in zone %s, the server in zone %s.".formatted(zone, own);
  }

  String noSlot(State state, Resource<Server> server, Attachment what) {
    if (placed(state, server, what).device() == null) {
      return "No device name is left on the server %s.".formatted(server.id());
    }
    int most = Slots.of(inventory, server.spec()).disks();
    return disks.of(state, server.ref()).size() < most
        ? null
        : "The server has %d disks already, which is all it can have.".formatted(most);
  }

  String deviceTaken(State state, Resource<Server> server, Attachment what) {
    return disks.of(state, server.ref()).stream().anyMatch(d -> d.device().equals(what.device()))
        ? "The device %s is in use on the server.".formatted(what.device())
        : null;
  }

  String notAttached(State state, Resource<Server> server, Attachment what) {
    return holds(state, server, what.disk())
        ? null
        : "The disk %s is not attached to the server.".formatted(what.disk().id());
  }

  String systemDiskInUse(State state, Resource<Server> server, Attachment what) {
    return what.bootIndex() == Attachment.SYSTEM && server.status() != ServerStatus.STOPPED
        ? "The disk %s is the system disk; the server must be stopped first."
            .formatted(what.disk().id())
        : null;
  }

  private boolean holds(State state, Resource<Server> server, Ref disk) {
    return disks.of(state, server.ref()).stream().anyMatch(d -> d.ref().equals(disk));
  }
}

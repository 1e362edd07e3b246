package io.ecsim.ecs.server;

import io.ecsim.inventory.Flavor;
import io.ecsim.inventory.Inventory;
import io.ecsim.pack.Disks;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What becomes of system disks when a server gets an operating system: b.7, b.8. */
public final class SystemRules {
  private static final String IN_USE = "in-use";
  private static final String BACKING_UP = "backing-up";

  private final Disks disks;
  private final Inventory inventory;

  public SystemRules(Disks disks, Inventory inventory) {
    this.disks = disks;
    this.inventory = inventory;
  }

  /** The system disk of a server, if it has one. */
  public Optional<Disks.Attached> of(State state, Resource<Server> server) {
    return disks.of(state, server.ref()).stream()
        .filter(disk -> disk.bootIndex() == Attachment.SYSTEM)
        .findFirst();
  }

  /** The old disk goes before the new one is made: who fails in between has none. */
  List<Plan> replaced(State state, Resource<Server> server, NewSystem system) {
    String device = Devices.name(system.order().scsi(), 0);
    return Stream.concat(
            of(state, server)
                .map(old -> disks.remove(old.ref(), server.ref()).failingAs("Ecs.0503"))
                .stream(),
            Stream.of(
                disks
                    .createAndAttach(state, server.ref(), system.order(), device)
                    .failingAs("Ecs.0202")))
        .toList();
  }

  List<Plan> discarded(State state, Resource<Server> server) {
    return disks.discard(state, server.ref());
  }

  // Conditions

  String missing(State state, Resource<Server> server, NewSystem system) {
    return system.order() == null
        ? "The server %s has no system disk.".formatted(server.id())
        : null;
  }

  String beingBackedUp(State state, Resource<Server> server, NewSystem system) {
    return of(state, server)
        .filter(disk -> disk.status().equals(BACKING_UP))
        .map(disk -> "The system disk %s is being backed up.".formatted(disk.ref().id()))
        .orElse(null);
  }

  String abnormal(State state, Resource<Server> server, NewSystem system) {
    return of(state, server)
        .filter(disk -> !disk.status().equals(IN_USE))
        .map(disk -> "The system disk %s is %s.".formatted(disk.ref().id(), disk.status()))
        .orElse(null);
  }

  String unfit(State state, Resource<Server> server, NewSystem system) {
    Flavor flavor = inventory.flavor(server.spec().build().flavorId());
    if (system.image().dataDisk()) {
      return "The image %s holds a data disk.".formatted(system.image().id());
    }
    if (system.order().size() < system.image().minDisk()) {
      return "The image %s needs a disk of %d GiB, the system disk has %d."
          .formatted(system.image().id(), system.image().minDisk(), system.order().size());
    }
    return flavor != null && flavor.ram() < system.image().minRam()
        ? "The image %s needs %d MiB of memory, the server has %d."
            .formatted(system.image().id(), system.image().minRam(), flavor.ram())
        : null;
  }

  String inactive(State state, Resource<Server> server, NewSystem system) {
    return system.image().active()
        ? null
        : "The image %s is not active.".formatted(system.image().id());
  }

  /** An image of the market has a price of its own, which an order would have to carry. */
  String orderedOtherwise(State state, Resource<Server> server, NewSystem system) {
    return Charging.of(server.spec()) == Charging.PREPAID && system.image().type().equals("market")
        ? "The server %s is paid by month or year, the image %s is of the market."
            .formatted(server.id(), system.image().id())
        : null;
  }
}

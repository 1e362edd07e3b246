package io.ecsim.evs;

import io.ecsim.api.Route;
import io.ecsim.pack.Disks;
import io.ecsim.pack.Exhibit;
import io.ecsim.pack.Pack;
import io.ecsim.pack.Servers;
import io.ecsim.sim.Edge;
import io.ecsim.sim.Lifecycle;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.Spec;
import io.ecsim.sim.State;
import io.ecsim.sim.Status;
import java.util.List;
import java.util.stream.IntStream;

/** Servers that do nothing but have disks. */
final class Rack implements Pack, Servers {
  enum Power implements Status {
    ACTIVE,
    SHUTOFF,
    RESCUE,
    LEAVING;

    @Override
    public String label() {
      return name();
    }
  }

  /** A server; the zone is that of its disks. */
  record Machine(String name, String zone) implements Spec {}

  /** A disk and the device it gets. */
  record Cable(Ref disk, String device) {}

  final Lifecycle<Power, Machine> machines =
      Lifecycle.of("server", Power.class, Machine.class).missing("Ecs.0114");
  final Edge<Machine, List<Disks.Order>> create;
  final Edge<Machine, Cable> attach;
  final Edge<Machine, Ref> detach;
  final Edge<Machine, Boolean> delete;

  Rack(Disks disks) {
    create =
        machines
            .<List<Disks.Order>>creates("create")
            .via(Power.SHUTOFF, 4)
            .with(
                (state, server, orders) ->
                    IntStream.range(0, orders.size())
                        .mapToObj(
                            i ->
                                disks.createAndAttach(
                                    state,
                                    server.ref(),
                                    orders.get(i),
                                    "/dev/vd" + (char) ('a' + i)))
                        .toList())
            .amending((state, server, orders) -> disks.release(state, server.ref(), true, null))
            .interruptedInto(Power.SHUTOFF)
            .failingGone("Ecs.0204", Power.SHUTOFF)
            .to(Power.ACTIVE);
    attach =
        machines
            .<Cable>on("attach-volume", Power.ACTIVE, Power.SHUTOFF, Power.RESCUE)
            .refused("Ecs.0100")
            .alongside()
            .with(
                (state, server, cable) ->
                    List.of(disks.attach(cable.disk(), server.ref(), cable.device(), -1, false)))
            .failing("Ecs.0205")
            .back();
    detach =
        machines
            .<Ref>on("detach-volume", Power.ACTIVE, Power.SHUTOFF, Power.RESCUE)
            .refused("Ecs.0100")
            .alongside()
            .with((state, server, disk) -> List.of(disks.detach(disk, server.ref())))
            .failing("Ecs.0102")
            .back();
    delete =
        machines
            .<Boolean>onAny("delete")
            .interrupting()
            .via(Power.LEAVING, 1)
            .lastly((state, server, all) -> disks.release(state, server.ref(), all, null))
            .failing("Ecs.0501")
            .gone();
  }

  @Override
  public String service() {
    return "ecs";
  }

  @Override
  public List<Exhibit<?>> exhibits() {
    return List.of(Exhibit.of(machines));
  }

  @Override
  public List<Route> routes() {
    return List.of();
  }

  @Override
  public Facts find(State state, String project, String id) {
    Resource<Machine> server = state.find(machines, project, id);
    return server == null
        ? null
        : new Facts(
            server.ref(),
            server.spec().name(),
            server.spec().zone(),
            server.status().label(),
            null);
  }

  @Override
  public Plan attach(State state, Ref server, Ref disk, String device) {
    return Plan.of(attach, server, new Cable(disk, device == null ? "/dev/vdz" : device));
  }

  @Override
  public Plan detach(State state, Ref server, Ref disk) {
    return Plan.of(detach, server, disk);
  }

  @Override
  public Plan rekey(Ref server, String keypair) {
    throw new UnsupportedOperationException("servers of a rack have no key pairs");
  }
}

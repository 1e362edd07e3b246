package io.ecsim.ecs;

import io.ecsim.api.ecs.CreateServersOption;
import io.ecsim.api.ecs.CreateServersRequest;
import io.ecsim.api.ecs.DataVolume;
import io.ecsim.api.ecs.RootVolume;
import io.ecsim.api.ecs.ServerNic;
import io.ecsim.ecs.create.Creation;
import io.ecsim.ecs.huawei.ServerOperations;
import io.ecsim.ecs.huawei.VolumeOperations;
import io.ecsim.ecs.server.Attaching;
import io.ecsim.ecs.server.Neighbours;
import io.ecsim.ecs.server.ServerTable;
import io.ecsim.inventory.Account;
import io.ecsim.pack.Exhibit;
import io.ecsim.pack.Pack;
import io.ecsim.sim.Blueprint;
import io.ecsim.sim.ClockMode;
import io.ecsim.sim.Lifecycles;
import io.ecsim.sim.World;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Servers in a world of their own, spoken to without HTTP. */
final class Bench {
  static final String PROJECT = Account.BUILT_IN.projectId();

  private final Surroundings surroundings;
  private final World world;

  Bench(Surroundings surroundings, int show) {
    this.surroundings = surroundings;
    List<Pack> packs = List.of(surroundings.packs());
    var tables =
        packs.stream().flatMap(p -> p.exhibits().stream()).map(Exhibit::lifecycle).toList();
    this.world =
        new World(
            "bench",
            new Blueprint(
                "1",
                new Lifecycles(new ArrayList<>(tables)),
                (tx, project) -> packs.forEach(pack -> pack.plant(tx, project)),
                ClockMode.STEPPED,
                1,
                show,
                1_000_000,
                () -> 0));
    world.open(PROJECT);
  }

  World world() {
    return world;
  }

  Neighbours cloud() {
    return surroundings.ecs.cloud();
  }

  ServerOperations servers() {
    ServerTable table = surroundings.ecs.table();
    return new ServerOperations(cloud(), table, new Creation(cloud(), table));
  }

  VolumeOperations volumes() {
    ServerTable table = surroundings.ecs.table();
    return new VolumeOperations(cloud(), table, new Attaching(cloud(), table));
  }

  /** A request for one server with so many data disks. */
  CreateServersRequest order(String name, int disks) {
    var root = new RootVolume(null, null, null, null, null, null, null, null, "SAS");
    var data =
        new DataVolume(null, null, null, null, null, null, null, null, null, null, 10, null, "SAS");
    String subnet = world.read().everywhere("subnet").findFirst().orElseThrow().id();
    return new CreateServersRequest(
        null,
        new CreateServersOption(
            null,
            null,
            Surroundings.ZONE,
            null,
            null,
            null,
            Collections.nCopies(disks, data),
            null,
            null,
            null,
            "c6.large.2",
            surroundings.image(),
            null,
            null,
            null,
            null,
            name,
            Stream.of(subnet)
                .map(id -> new ServerNic(null, null, null, null, null, null, id, null))
                .toList(),
            null,
            null,
            root,
            null,
            null,
            null,
            null,
            null,
            null,
            world.read().everywhere("vpc").findFirst().orElseThrow().id(),
            null));
  }
}

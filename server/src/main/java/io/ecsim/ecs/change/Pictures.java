package io.ecsim.ecs.change;

import io.ecsim.api.ApiError;
import io.ecsim.ecs.server.Neighbours;
import io.ecsim.ecs.server.Server;
import io.ecsim.ecs.server.ServerTable;
import io.ecsim.ecs.server.SystemRules;
import io.ecsim.pack.Disks;
import io.ecsim.pack.ImageMaking;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Resource;
import io.ecsim.sim.Tx;

/** How images are made of servers: of their system disk. */
public final class Pictures {
  private final Neighbours cloud;
  private final ServerTable table;
  private final SystemRules systems;

  public Pictures(Neighbours cloud, ServerTable table) {
    this.cloud = cloud;
    this.table = table;
    this.systems = new SystemRules(cloud.disks(), cloud.inventory());
  }

  /**
   * An image to be made.
   *
   * @param image its id
   * @param plan what makes it
   */
  public record Picture(String image, Plan plan) {}

  /**
   * An image of a server.
   *
   * @throws ApiError {@code Ecs.0105} for a server without a system disk
   */
  public Picture of(Tx tx, Resource<Server> server, String name) {
    Disks.Attached disk =
        systems
            .of(tx.state(), server)
            .orElseThrow(
                () ->
                    new ApiError(
                        "Ecs.0105", "The server %s has no system disk.".formatted(server.id())));
    var order =
        new ImageMaking.Order(
            name,
            "zvhd2",
            "bare",
            server.spec().system().getOrDefault("os_type", "Linux"),
            disk.size(),
            false,
            cloud.disks().image(tx.state(), disk.ref()));
    Plan made =
        cloud.studio().make(tx, server.ref().project(), order, cloud.disks().copied(disk.ref()));
    return new Picture(made.ref().id(), Plan.of(table.upkeep.picture, server.ref(), made));
  }
}

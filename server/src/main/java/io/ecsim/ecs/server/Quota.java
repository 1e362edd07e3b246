package io.ecsim.ecs.server;

import io.ecsim.api.ApiError;
import io.ecsim.inventory.Flavor;
import io.ecsim.inventory.Inventory;
import io.ecsim.inventory.Limit;
import io.ecsim.sim.State;

/**
 * What the servers of a project use up.
 *
 * @param servers how many there are
 * @param cores virtual CPUs of all
 * @param ram memory of all, MiB
 */
public record Quota(int servers, long cores, long ram) {

  public static Quota used(State state, ServerTable table, Inventory inventory, String project) {
    return state
        .all(table.servers, project)
        .map(server -> inventory.flavor(server.spec().build().flavorId()))
        .reduce(new Quota(0, 0, 0), (sum, flavor) -> sum.plus(flavor, 1), (a, b) -> b);
  }

  private Quota plus(Flavor flavor, int count) {
    return flavor == null
        ? new Quota(servers + count, cores, ram)
        : new Quota(
            servers + count,
            cores + (long) count * flavor.vcpus(),
            ram + (long) count * flavor.ram());
  }

  /**
   * Refuses servers that would exceed the quota.
   *
   * @throws ApiError {@code Ecs.0001}
   */
  public void checkMore(Inventory inventory, Flavor flavor, int count) {
    Quota then = plus(flavor, count);
    check(inventory, Limit.SERVERS, then.servers);
    check(inventory, Limit.CORES, then.cores);
    check(inventory, Limit.RAM, then.ram);
  }

  private static void check(Inventory inventory, Limit limit, long wanted) {
    if (inventory.limits().exceeded(limit, wanted)) {
      throw new ApiError(
          "Ecs.0001",
          "The quota of %s is %d; this would be %d."
              .formatted(limit.label(), inventory.limits().of(limit), wanted));
    }
  }
}

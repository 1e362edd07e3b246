package io.ecsim.ecs.server;

import io.ecsim.api.ApiError;
import io.ecsim.inventory.Flavor;
import io.ecsim.inventory.Inventory;
import io.ecsim.inventory.Limit;
import io.ecsim.pack.Problem;
import io.ecsim.sim.Lifecycle;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What the servers of a project use up. It is counted, not kept: a server counts from the moment
 * its making is accepted until it is gone, and one that changes its flavor counts with the larger
 * of the two until it is decided which it keeps. What is ordered counts, paid or not, until it is
 * there or the order given up.
 *
 * @param servers how many there are
 * @param cores virtual CPUs of all
 * @param ram memory of all, MiB
 */
public record Quota(int servers, long cores, long ram) {
  private static final String EXCEEDED = "Ecs.0001";
  private static final Quota NOTHING = new Quota(0, 0, 0);

  public static Quota used(State state, ServerTable table, Inventory inventory, String project) {
    return used(state, table.servers, inventory, Reserved.flavors(state, project), project);
  }

  /** What the spot servers among them use up. */
  public static Quota usedBySpot(
      State state, ServerTable table, Inventory inventory, String project) {
    return state
        .all(table.servers, project)
        .filter(server -> Charging.of(server.spec()) == Charging.SPOT)
        .map(server -> of(inventory, server.spec(), Stream.empty()))
        .reduce(NOTHING, Quota::plus);
  }

  /** What is used beside the flavor that this server will get. */
  static Quota usedBeside(
      State state, Lifecycle<ServerStatus, Server> servers, Inventory inventory, Ref server) {
    Map<Ref, List<String>> flavors = Reserved.flavors(state, server.project());
    flavors.remove(server);
    return used(state, servers, inventory, flavors, server.project());
  }

  private static Quota used(
      State state,
      Lifecycle<ServerStatus, Server> servers,
      Inventory inventory,
      Map<Ref, List<String>> flavors,
      String project) {
    Stream<Quota> there =
        Stream.concat(
                state.all(servers, project), state.hidden(servers, project).filter(Quota::returns))
            .map(
                server ->
                    of(
                        inventory,
                        server.spec(),
                        flavors.getOrDefault(server.ref(), List.of()).stream()));
    Stream<Quota> ordered =
        Reserved.servers(state, project).map(server -> of(inventory, server, Stream.empty()));
    return Stream.concat(there, ordered).reduce(NOTHING, Quota::plus);
  }

  /** A server that is on its way back from the recycle bin takes its place at once. */
  private static boolean returns(Resource<Server> server) {
    return "restoring".equals(server.task());
  }

  /** What one server uses up. A flavor that the inventory has lost counts for nothing. */
  private static Quota of(Inventory inventory, Server server, Stream<String> wanted) {
    Quota used =
        Stream.concat(Stream.of(server.build().flavorId()), others(server, wanted))
            .map(inventory::flavor)
            .filter(Objects::nonNull)
            .map(flavor -> of(flavor, 1))
            .reduce(NOTHING, Quota::most);
    return new Quota(1, used.cores, used.ram);
  }

  private static Stream<String> others(Server server, Stream<String> wanted) {
    return server.otherFlavor() == null
        ? wanted
        : Stream.concat(Stream.of(server.otherFlavor()), wanted);
  }

  private static Quota of(Flavor flavor, int count) {
    return new Quota(count, (long) count * flavor.vcpus(), (long) count * flavor.ram());
  }

  private Quota plus(Quota other) {
    return new Quota(servers + other.servers, cores + other.cores, ram + other.ram);
  }

  private Quota most(Quota other) {
    return new Quota(
        Math.max(servers, other.servers), Math.max(cores, other.cores), Math.max(ram, other.ram));
  }

  /**
   * Refuses servers that would exceed the quota.
   *
   * @throws ApiError {@code Ecs.0001}
   */
  public void checkMore(Inventory inventory, Flavor flavor, int count) {
    Problem.refuse(more(inventory, flavor, count));
  }

  /** Why so many more servers of this flavor would exceed the quota, or null. */
  public Problem more(Inventory inventory, Flavor flavor, int count) {
    return problem(inventory, plus(of(flavor, count)));
  }

  /**
   * Why a server of this quota could not have another flavor, or null. Only what grows is asked
   * for: a smaller flavor is no problem, even where the quota has been exceeded before.
   */
  public Problem other(Inventory inventory, Flavor from, Flavor to) {
    Quota more =
        new Quota(0, Math.max(0, to.vcpus() - from.vcpus()), Math.max(0, to.ram() - from.ram()));
    return more.equals(NOTHING) ? null : problem(inventory, plus(more));
  }

  private Problem problem(Inventory inventory, Quota then) {
    return Stream.of(
            exceeded(inventory, Limit.SERVERS, servers, then.servers),
            exceeded(inventory, Limit.CORES, cores, then.cores),
            exceeded(inventory, Limit.RAM, ram, then.ram))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static Problem exceeded(Inventory inventory, Limit limit, long now, long wanted) {
    return wanted == now || !inventory.limits().exceeded(limit, wanted)
        ? null
        : new Problem(
            EXCEEDED,
            "The quota of %s is %d; this would be %d."
                .formatted(limit.label(), inventory.limits().of(limit), wanted));
  }
}

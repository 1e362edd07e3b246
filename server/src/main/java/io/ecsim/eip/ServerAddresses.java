package io.ecsim.eip;

import io.ecsim.pack.Addresses;
import io.ecsim.pack.Problem;
import io.ecsim.sim.Ids;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** EIPs as servers and ports deal with them. */
record ServerAddresses(NewPublicips news) implements Addresses {
  private static final int NAME = 50;

  @Override
  public Problem problem(State state, String project, Order order, int count) {
    if (order.id() == null) {
      return news.problem(state, project, wish("", order), count);
    }
    Resource<Publicip> found = state.find(Tables.PUBLICIPS, project, order.id());
    if (found == null) {
      return new Problem("VPC.0504", "The EIP %s could not be found.".formatted(order.id()));
    }
    if (!Tables.BIND.from(null).contains(found.status())) {
      return new Problem(
          Tables.BIND.refusalIn(found.status()),
          "The EIP %s is %s.".formatted(order.id(), found.status().label()));
    }
    return count == 1
        ? null
        : new Problem(
            "VPC.0501", "The EIP %s cannot be given to %d servers.".formatted(order.id(), count));
  }

  private static Wish wish(String serverName, Order order) {
    String start = serverName.substring(0, Math.min(NAME, serverName.length()));
    var way =
        new Wish.Way(
            Share.valueOf(order.shareType()),
            order.bandwidthId(),
            start + "-bandwidth",
            order.size(),
            order.chargeMode());
    return new Wish(order.type(), null, null, way, order.enterpriseProject());
  }

  @Override
  public Plan give(State state, Ref server, String serverName, Ref port, Order order) {
    boolean made = order.id() == null;
    String id = made ? Ids.uuid(server.id(), "publicip") : order.id();
    Ref eip = new Ref(Tables.PUBLICIPS.type(), server.project(), id);
    Plan bind = Plan.of(Tables.BIND, eip, new Binding(port, order.deleteOnTermination()));
    return made
        ? Plan.inOrder(
            "createPublicip", List.of(news.plan(state, eip, wish(serverName, order), server), bind))
        : bind;
  }

  @Override
  public List<Plan> release(State state, List<Ref> ports, Boolean delete) {
    return boundTo(state, ports).map(eip -> release(eip, delete)).toList();
  }

  private static Stream<Resource<Publicip>> boundTo(State state, List<Ref> ports) {
    return ports.stream().flatMap(port -> state.usersOf(port, Tables.PUBLICIPS).stream());
  }

  private static Plan release(Resource<Publicip> eip, Boolean delete) {
    Plan unbind = Plan.of(Tables.UNBIND, eip.ref(), null);
    boolean goes = delete == null ? eip.spec().goes() : delete;
    return goes || eip.spec().claim() != null
        ? Plan.inOrder("deletePublicip", List.of(unbind, Plan.of(Tables.DELETE, eip.ref(), null)))
        : unbind;
  }

  @Override
  public List<Plan> releaseAll(
      State state, Ref server, List<Ref> ports, Boolean delete, Set<String> along) {
    return Stream.concat(boundTo(state, ports), state.usersOf(server, Tables.PUBLICIPS).stream())
        .distinct()
        .map(eip -> release(eip, along.contains(eip.id()) ? Boolean.TRUE : delete))
        .toList();
  }

  @Override
  public List<Plan> move(State state, Ref from, Ref to) {
    return boundTo(state, List.of(from)).map(eip -> Plan.of(Tables.MOVE, eip.ref(), to)).toList();
  }

  @Override
  public String of(State state, Ref port) {
    return state.usersOf(port, Tables.PUBLICIPS).stream()
        .filter(eip -> eip.status() == PublicipStatus.ACTIVE)
        .findFirst()
        .map(eip -> eip.spec().address())
        .orElse(null);
  }

  @Override
  public int count(State state, String project) {
    return state.shelf(Tables.PUBLICIPS.type(), project).size();
  }

  @Override
  public int sharedBandwidths(State state, String project) {
    return (int)
        state
            .all(Tables.BANDWIDTHS, project)
            .filter(bandwidth -> bandwidth.spec().share() == Share.WHOLE)
            .count();
  }
}

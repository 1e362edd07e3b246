package io.ecsim.eip;

import io.ecsim.api.Route;
import io.ecsim.api.eip.EipRoutes;
import io.ecsim.inventory.Inventory;
import io.ecsim.pack.Addresses;
import io.ecsim.pack.Exhibit;
import io.ecsim.pack.Networks;
import io.ecsim.pack.Pack;
import io.ecsim.pack.Problem;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.State;
import java.util.List;
import java.util.Set;

/** The service of elastic IPs and bandwidths. */
public final class EipPack implements Pack, Addresses {
  private final Inventory inventory;
  private final Networks networks;
  private final NewPublicips news;
  private final ServerAddresses servers;

  /**
   * The service.
   *
   * @param inventory the limits
   * @param networks knows the ports that EIPs are bound to
   */
  public EipPack(Inventory inventory, Networks networks) {
    this.inventory = inventory;
    this.networks = networks;
    this.news = new NewPublicips(inventory.limits());
    this.servers = new ServerAddresses(news);
  }

  @Override
  public String service() {
    return "eip";
  }

  @Override
  public List<Exhibit<?>> exhibits() {
    return List.of(Exhibit.of(Tables.PUBLICIPS), Exhibit.of(Tables.BANDWIDTHS));
  }

  @Override
  public List<Route> routes() {
    return EipRoutes.of(
        new Bandwidths(inventory.limits(), new BandwidthView(networks), new Sharing(networks)),
        new PublicipTags(inventory.limits()),
        new Publicips(news, networks, new Association(networks)));
  }

  @Override
  public Problem problem(State state, String project, Order order, int count) {
    return servers.problem(state, project, order, count);
  }

  @Override
  public Plan give(State state, Ref server, String serverName, Ref port, Order order) {
    return servers.give(state, server, serverName, port, order);
  }

  @Override
  public List<Plan> release(State state, List<Ref> ports, Boolean delete) {
    return servers.release(state, ports, delete);
  }

  @Override
  public List<Plan> releaseAll(
      State state, Ref server, List<Ref> ports, Boolean delete, Set<String> along) {
    return servers.releaseAll(state, server, ports, delete, along);
  }

  @Override
  public List<Plan> move(State state, Ref from, Ref to) {
    return servers.move(state, from, to);
  }

  @Override
  public String of(State state, Ref port) {
    return servers.of(state, port);
  }

  @Override
  public int count(State state, String project) {
    return servers.count(state, project);
  }

  @Override
  public int sharedBandwidths(State state, String project) {
    return servers.sharedBandwidths(state, project);
  }
}

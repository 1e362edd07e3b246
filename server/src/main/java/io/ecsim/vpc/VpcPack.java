package io.ecsim.vpc;

import io.ecsim.api.Route;
import io.ecsim.inventory.Inventory;
import io.ecsim.pack.Exhibit;
import io.ecsim.pack.Networks;
import io.ecsim.pack.Pack;
import io.ecsim.pack.Problem;
import io.ecsim.pack.Servers;
import io.ecsim.sim.Ref;
import io.ecsim.sim.State;
import io.ecsim.sim.Tx;
import java.util.List;
import java.util.function.Supplier;

/** The network service. */
public final class VpcPack implements Pack, Networks {
  private final Inventory inventory;
  private final NewPorts ports;
  private final ServerPorts cards;

  /**
   * The service.
   *
   * @param inventory the default network, the limits
   * @param servers who is asked where a port's server is; asked late, as servers need the network
   */
  public VpcPack(Inventory inventory, Supplier<Servers> servers) {
    this.inventory = inventory;
    this.ports = new NewPorts(inventory);
    this.cards = new ServerPorts(ports);
  }

  @Override
  public String service() {
    return "vpc";
  }

  @Override
  public List<Exhibit<?>> exhibits() {
    return List.of(
        Exhibit.of(Tables.VPCS),
        Exhibit.of(Tables.SUBNETS),
        Exhibit.of(Tables.PORTS),
        Exhibit.of(Tables.GROUPS),
        Exhibit.of(Tables.RULES));
  }

  @Override
  public List<Route> routes() {
    return List.of();
  }

  @Override
  public void plant(Tx tx, String project) {
    Groundwork.network(tx, project, inventory.network());
  }

  @Override
  public Subnet subnet(State state, String project, String id) {
    return cards.subnet(state, project, id);
  }

  @Override
  public boolean hasVpc(State state, String project, String id) {
    return cards.hasVpc(state, project, id);
  }

  @Override
  public Group group(State state, String project, String idOrName) {
    return cards.group(state, project, idOrName);
  }

  @Override
  public Problem problem(State state, String project, Order order) {
    return cards.problem(state, project, order);
  }

  @Override
  public void makePort(Tx tx, Ref server, int index, String serverName, Order order) {
    cards.makePort(tx, server, index, serverName, order);
  }

  @Override
  public List<Nic> of(State state, Ref server) {
    return cards.of(state, server);
  }
}

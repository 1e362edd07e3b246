package io.ecsim.vpc;

import io.ecsim.api.Route;
import io.ecsim.api.vpc.VpcRoutes;
import io.ecsim.inventory.Inventory;
import io.ecsim.pack.Addresses;
import io.ecsim.pack.Exhibit;
import io.ecsim.pack.Networks;
import io.ecsim.pack.Pack;
import io.ecsim.pack.Problem;
import io.ecsim.pack.Servers;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.State;
import io.ecsim.sim.Tx;
import java.util.List;
import java.util.function.Supplier;

/** The network service. */
public final class VpcPack implements Pack, Networks {
  private final Inventory inventory;
  private final Supplier<? extends Addresses> addresses;
  private final NewPorts ports;
  private final PortView view;
  private final NetworkFacts facts;
  private final NewCards cards;
  private final CardChanges changes;
  private final VirtualAddresses virtuals;

  /**
   * The service.
   *
   * @param inventory the default network, the limits
   * @param servers who is asked where a port's server is; asked late, as servers need the network
   * @param addresses who is told that a port goes; asked late, as addresses need the network
   */
  public VpcPack(
      Inventory inventory, Supplier<Servers> servers, Supplier<? extends Addresses> addresses) {
    this.inventory = inventory;
    this.addresses = addresses;
    this.ports = new NewPorts(inventory);
    this.view = new PortView(servers);
    this.facts = new NetworkFacts(view);
    this.cards = new NewCards(ports);
    this.changes = new CardChanges(ports);
    this.virtuals = new VirtualAddresses(ports);
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
    var portDesk = new Ports(ports, view, addresses.get());
    var rules = new Rules(new NewRules(inventory.limits()));
    var groups = new Groups(inventory);
    var networks = new NativeNetworks(inventory);
    return VpcRoutes.of(
        networks,
        new NativePorts(portDesk, view),
        new NativeRules(new NewRules(inventory.limits()), rules),
        new NativeGroups(groups),
        networks,
        portDesk,
        new QuotaTable(inventory.limits(), addresses.get()),
        rules,
        groups,
        new Subnets(inventory),
        new Tags(inventory.limits()),
        new NetworkVersions(),
        new Vpcs(inventory, new VpcChanges(inventory.limits())));
  }

  @Override
  public void plant(Tx tx, String project) {
    Groundwork.network(tx, project, inventory.network());
  }

  @Override
  public PortFacts port(State state, String project, String id) {
    return facts.port(state, project, id);
  }

  @Override
  public Subnet subnet(State state, String project, String id) {
    return facts.subnet(state, project, id);
  }

  @Override
  public String description(State state, String project, String group) {
    return GroupFacts.description(state, project, group);
  }

  @Override
  public List<Entry> entries(State state, String project, String group) {
    return GroupFacts.entries(state, project, group);
  }

  @Override
  public List<Subnet> subnets(State state, String project) {
    return facts.subnets(state, project);
  }

  @Override
  public boolean hasVpc(State state, String project, String id) {
    return facts.hasVpc(state, project, id);
  }

  @Override
  public Group group(State state, String project, String idOrName) {
    return GroupFacts.group(state, project, idOrName);
  }

  @Override
  public int groups(State state, String project) {
    return GroupFacts.count(state, project);
  }

  @Override
  public Problem problem(State state, String project, Order order) {
    return cards.problem(state, project, order);
  }

  @Override
  public void makePort(Tx tx, Ref server, int index, Order order) {
    cards.make(tx, server, index, order);
  }

  @Override
  public Plan plug(State state, Ref server, String id, Order order, Ref instead) {
    return cards.plug(state, server, id, order, instead);
  }

  @Override
  public Plan unplug(Ref port, boolean keeping) {
    return CardChanges.unplug(port, keeping);
  }

  @Override
  public Plan keep(State state, Ref port, boolean kept) {
    return CardChanges.keep(state, port, kept);
  }

  @Override
  public Plan readdress(State state, Ref port, Order order) {
    return changes.readdress(state, port, order);
  }

  @Override
  public Problem virtualProblem(State state, Ref card, String subnetId, String address) {
    return virtuals.problem(state, card, subnetId, address);
  }

  @Override
  public Plan virtual(
      State state, Ref card, String id, String subnetId, String address, boolean back) {
    return virtuals.bound(state, card, id, subnetId, address, back);
  }

  @Override
  public Plan noVirtual(State state, Ref card) {
    return virtuals.freed(state, card);
  }

  @Override
  public void join(Tx tx, Ref server, Group group) {
    GroupMembership.join(tx, server, group);
  }

  @Override
  public void leave(Tx tx, Ref server, Group group) {
    GroupMembership.leave(tx, server, group);
  }

  @Override
  public List<Plan> ports(State state, Ref server, List<Order> orders) {
    return cards.made(state, server, orders);
  }

  @Override
  public Ref primary(Ref server, Order order) {
    return cards.primary(server, order);
  }

  @Override
  public List<Nic> of(State state, Ref server) {
    return CardView.of(state, server);
  }
}

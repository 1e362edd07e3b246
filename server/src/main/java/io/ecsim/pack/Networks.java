package io.ecsim.pack;

import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Refusal;
import io.ecsim.sim.State;
import io.ecsim.sim.Tx;
import java.util.List;

/** What servers ask of the network. VPC implements it. */
public interface Networks {
  /**
   * A subnet.
   *
   * @param id the network id, which servers are given
   * @param neutronId the id of the native subnet, which fixed addresses name
   */
  record Subnet(String id, String vpcId, String name, String cidr, String neutronId) {}

  /** A security group. */
  record Group(String id, String name) {}

  /**
   * A card for a server: a port to be made, or one that is there.
   *
   * @param port the id of the port that is there, or null; all else is then its own
   * @param address the address wanted, or null for any free one
   * @param groups ids of security groups, in order; empty for {@code default}
   */
  record Order(String port, String subnetId, String address, List<String> groups, boolean ipv6) {

    /** A port to be made. */
    public Order(String subnetId, String address, List<String> groups, boolean ipv6) {
      this(null, subnetId, address, groups, ipv6);
    }

    /** A port that is there. */
    public static Order of(String port) {
      return new Order(port, null, null, List.of(), false);
    }
  }

  /**
   * A network card as its server shows it.
   *
   * @param kept whether the port outlives its server and being taken out of it
   * @param state {@code ACTIVE}, or {@code DOWN} before the server has it
   */
  record Nic(
      Ref port,
      String subnetId,
      String neutronSubnetId,
      String vpcId,
      String mac,
      String address,
      String address6,
      List<Group> groups,
      boolean primary,
      boolean kept,
      String state) {}

  /**
   * A port, whosever it is.
   *
   * @param server the server it belongs to, or null
   * @param owner what it is for: {@code compute:ZONE}, {@code neutron:VIP_PORT}
   * @param address6 its IPv6 address, or null
   */
  record PortFacts(
      Ref ref,
      Ref server,
      String owner,
      String vpcId,
      String mac,
      String address,
      String address6) {}

  /** The port with this id in this project, or null. */
  PortFacts port(State state, String project, String id);

  /** The subnet with this id in this project, or null. */
  Subnet subnet(State state, String project, String id);

  /** The subnets of this project, oldest first. */
  List<Subnet> subnets(State state, String project);

  /** Whether there is such a VPC in this project. */
  boolean hasVpc(State state, String project, String id);

  /** The security group with this id, or else of this name, in this project; null if none. */
  Group group(State state, String project, String idOrName);

  /**
   * A rule of a security group that lets something in.
   *
   * @param protocol null for any
   * @param from the lowest port, or null for any
   * @param to the highest port, or null for any
   * @param cidr from which addresses, or null
   * @param peer from which group, or null
   */
  record Entry(String id, String protocol, Integer from, Integer to, String cidr, Group peer) {}

  /** The description of a security group that is there. */
  String description(State state, String project, String group);

  /** What a security group that is there lets in. */
  List<Entry> entries(State state, String project, String group);

  /** How many security groups there are in this project. */
  int groups(State state, String project);

  /** Why a port cannot be had (address outside of the subnet, in use, none free), or null. */
  Problem problem(State state, String project, Order order);

  /**
   * Gives a new server its card at once. A port that is made lives and dies with the server, and
   * has an id that is derived from the server's; one that was there outlives it.
   */
  void makePort(Tx tx, Ref server, int index, Order order);

  /**
   * Gives a server a further card, which it has when the plan is over.
   *
   * @param id the id of the port, where it is to be made
   * @param instead the card whose place it takes, or null for the next one
   */
  Plan plug(State state, Ref server, String id, Order order, Ref instead);

  /**
   * Takes a card out of its server, whatever is under way on it.
   *
   * @param keeping whether the port stays; else it is deleted
   */
  Plan unplug(Ref port, boolean keeping);

  /** Says of a card whether its port outlives its server and being taken out of it. */
  Plan keep(State state, Ref port, boolean kept);

  /** Gives a card another address; {@code order} is that of a port to be made. */
  Plan readdress(State state, Ref port, Order order);

  /**
   * Why a card cannot have this virtual address, or null.
   *
   * @param subnetId the network the address is of
   */
  Problem virtualProblem(State state, Ref card, String subnetId, String address);

  /**
   * Has a card speak for a virtual address, too; makes the address where there is none.
   *
   * @param id the id of the address's port, where it is to be made
   * @param back whether the virtual address names the card in turn
   */
  Plan virtual(State state, Ref card, String id, String subnetId, String address, boolean back);

  /** Takes all virtual addresses from a card. */
  Plan noVirtual(State state, Ref card);

  /** Puts all cards of a server into a security group; one that is in it stays. */
  void join(Tx tx, Ref server, Group group);

  /** Takes all cards of a server out of a security group. */
  void leave(Tx tx, Ref server, Group group);

  /**
   * As {@link #makePort}, of all cards of a server that is only now being made.
   *
   * @throws Refusal if one of them cannot be had any more
   */
  List<Plan> ports(State state, Ref server, List<Order> orders);

  /** The address of the primary card of a server, which is not there yet. */
  Ref primary(Ref server, Order order);

  /** The cards of a server, the primary one first. */
  List<Nic> of(State state, Ref server);
}

package io.ecsim.pack;

import io.ecsim.sim.Ref;
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
   * A port to be made for a server.
   *
   * @param address the address wanted, or null for any free one
   * @param groups ids of security groups, in order; empty for {@code default}
   */
  record Order(String subnetId, String address, List<String> groups, boolean ipv6) {}

  /** A network card as its server shows it. */
  record Nic(
      Ref port,
      String subnetId,
      String neutronSubnetId,
      String vpcId,
      String mac,
      String address,
      String address6,
      List<Group> groups,
      boolean primary) {}

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

  /** How many security groups there are in this project. */
  int groups(State state, String project);

  /** Why a port cannot be had (address outside of the subnet, in use, none free), or null. */
  Problem problem(State state, String project, Order order);

  /** Makes a port that lives and dies with the server; its id is derived from the server's. */
  void makePort(Tx tx, Ref server, int index, String serverName, Order order);

  /** The cards of a server, the primary one first. */
  List<Nic> of(State state, Ref server);
}

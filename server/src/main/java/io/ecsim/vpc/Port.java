package io.ecsim.vpc;

import io.ecsim.sim.Ref;
import io.ecsim.sim.Spec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * A port: a network card, or an address kept for something else.
 *
 * @param subnet the subnet it has its address from
 * @param address its IPv4 address
 * @param address6 its IPv6 address, or null
 * @param mac its hardware address
 * @param groups security groups in the order they were given
 * @param server the server whose card it is, or null
 * @param index which card of its server it is; 0 is the primary one
 * @param kept whether it outlives its server and being taken out of it
 * @param device what the port is for if it has no server: {@code neutron:VIP_PORT}
 * @param pairs further addresses it may speak for: address and MAC (may be empty)
 * @param dhcpOptions further DHCP options, by name
 */
record Port(
    String name,
    Ref subnet,
    String address,
    String address6,
    String mac,
    List<Ref> groups,
    Ref server,
    int index,
    boolean kept,
    String device,
    boolean up,
    List<Map.Entry<String, String>> pairs,
    Map<String, String> dhcpOptions)
    implements Spec {

  Port withGroups(List<Ref> changed) {
    return new Port(
        name,
        subnet,
        address,
        address6,
        mac,
        changed,
        server,
        index,
        kept,
        device,
        up,
        pairs,
        dhcpOptions);
  }

  Port withPairs(List<Map.Entry<String, String>> changed) {
    return new Port(
        name,
        subnet,
        address,
        address6,
        mac,
        groups,
        server,
        index,
        kept,
        device,
        up,
        changed,
        dhcpOptions);
  }

  /** The same port as this card. */
  Port as(Card card) {
    return new Port(
        name,
        subnet,
        address,
        address6,
        mac,
        groups,
        card.server(),
        card.index(),
        card.kept(),
        device,
        up,
        pairs,
        dhcpOptions);
  }

  /** The same port with another address, perhaps of another subnet. */
  Port at(Ref newSubnet, String newAddress, String newAddress6) {
    return new Port(
        name,
        newSubnet,
        newAddress,
        newAddress6,
        mac,
        groups,
        server,
        index,
        kept,
        device,
        up,
        pairs,
        dhcpOptions);
  }

  @Override
  public Collection<Ref> uses() {
    List<Ref> used = new ArrayList<>(new LinkedHashSet<>(groups));
    used.add(subnet);
    if (server != null && kept) {
      used.add(server);
    }
    return used;
  }

  @Override
  public Collection<String> takes() {
    return List.of(address, in(subnet, address), mac);
  }

  /** What an address of a subnet is taken as. */
  static String in(Ref subnet, String address) {
    return address + " in " + subnet.id();
  }

  @Override
  public Ref owner() {
    return kept ? null : server;
  }
}

package io.ecsim.vpc;

import io.ecsim.inventory.Cidr;
import io.ecsim.sim.Ids;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Spec;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A subnet. Its id is the network's; the native subnet below it has its own.
 *
 * @param vpc the VPC it belongs to
 * @param gateway the gateway's address
 * @param zone the zone it was asked for, or empty
 * @param dns the name servers, the primary one first
 * @param dhcpOptions further DHCP options, by name
 */
record Subnet(
    String name,
    String description,
    Ref vpc,
    String cidr,
    String gateway,
    boolean dhcp,
    boolean ipv6,
    String zone,
    List<String> dns,
    Map<String, String> dhcpOptions,
    Map<String, String> tags)
    implements Spec {

  /** The id of the native subnet of the network with this id. */
  static String neutronId(String id) {
    return related(id, 0x5d3b_91c7_2e6a_0f48L);
  }

  /** The id of the native IPv6 subnet of the network with this id. */
  static String neutronId6(String id) {
    return related(id, 0x27f4_6a1e_c35d_0b96L);
  }

  /** Another id that belongs to this one alone; every look at a port asks for it. */
  private static String related(String id, long salt) {
    UUID network = UUID.fromString(id);
    return new UUID(network.getMostSignificantBits() ^ salt, network.getLeastSignificantBits())
        .toString();
  }

  /** The first half of each IPv6 address in the network with this id. */
  static String prefix6(String id) {
    String hex = Ids.hex(id, "prefix6");
    return "2407:c080:" + hex.substring(0, 4) + ":" + hex.substring(4, 8);
  }

  Cidr block() {
    return Cidr.parse(cidr);
  }

  Subnet withTags(Map<String, String> changed) {
    return new Subnet(
        name, description, vpc, cidr, gateway, dhcp, ipv6, zone, dns, dhcpOptions, changed);
  }

  @Override
  public Collection<Ref> uses() {
    return List.of(vpc);
  }
}

package io.ecsim.inventory;

import java.util.List;
import java.util.Map;

/** Changes of the network that each project finds. */
final class NetworkOverlay {
  private static final int MOST = 28;

  private NetworkOverlay() {}

  static DefaultNetwork laid(DefaultNetwork was, Place place) {
    Map<String, Place> members =
        place.members(List.of("vpc", "vpc_cidr", "subnet", "subnet_cidr", "gateway", "group"));
    Cidr vpc = cidr(members, "vpc_cidr", was.vpcCidr());
    Cidr subnet = cidr(members, "subnet_cidr", was.subnetCidr());
    if (!vpc.contains(subnet)) {
      throw place.bad("subnet_cidr %s is not in vpc_cidr %s".formatted(subnet, vpc));
    }
    return new DefaultNetwork(
        Overlay.text(members, "vpc", was.vpc()),
        vpc.toString(),
        Overlay.text(members, "subnet", was.subnet()),
        subnet.toString(),
        gateway(members, subnet, was.gateway()),
        Overlay.text(members, "group", was.group()));
  }

  private static Cidr cidr(Map<String, Place> members, String key, String was) {
    String text = Overlay.text(members, key, was);
    Cidr cidr = Cidr.parse(text);
    if (cidr == null || cidr.bits() > MOST) {
      throw members
          .get(key)
          .bad(
              "'%s' stands here; right is a block up to /28 without host bits: 192.168.0.0/24"
                  .formatted(text));
    }
    return cidr;
  }

  /** The gateway given; else the old one where it fits, or the first address. */
  private static String gateway(Map<String, Place> members, Cidr subnet, String was) {
    String text = Overlay.text(members, "gateway", was);
    if (subnet.contains(Cidr.address(text))) {
      return text;
    }
    if (members.containsKey("gateway")) {
      throw members
          .get("gateway")
          .bad("'%s' stands here; right is an address in %s".formatted(text, subnet));
    }
    return Cidr.text(subnet.network() + 1);
  }
}

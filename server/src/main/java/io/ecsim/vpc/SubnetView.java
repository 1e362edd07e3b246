package io.ecsim.vpc;

import io.ecsim.api.vpc.SubnetExtraDhcpOpt;
import io.ecsim.api.vpc.SubnetInfo;
import io.ecsim.pack.Utc;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.List;

/** A subnet as the API shows it. */
final class SubnetView {
  private SubnetView() {}

  static SubnetInfo of(State state, Resource<Subnet> subnet) {
    Subnet spec = subnet.spec();
    String id = subnet.id();
    return SubnetInfo.builder()
        .id(id)
        .name(spec.name())
        .description(spec.description())
        .cidr(spec.cidr())
        .gatewayIp(spec.gateway())
        .dhcpEnable(spec.dhcp())
        .ipv6Enable(spec.ipv6())
        .cidrV6(spec.ipv6() ? Subnet.prefix6(id) + "::/64" : null)
        .gatewayIpV6(spec.ipv6() ? Subnet.prefix6(id) + "::1" : null)
        .primaryDns(nth(spec.dns(), 0))
        .secondaryDns(nth(spec.dns(), 1))
        .dnsList(spec.dns())
        .availabilityZone(spec.zone())
        .vpcId(spec.vpc().id())
        .status(subnet.status().label())
        .neutronNetworkId(id)
        .neutronSubnetId(Subnet.neutronId(id))
        .neutronSubnetIdV6(spec.ipv6() ? Subnet.neutronId6(id) : null)
        .extraDhcpOpts(
            spec.dhcpOptions().entrySet().stream()
                .map(option -> new SubnetExtraDhcpOpt(option.getKey(), option.getValue()))
                .toList())
        .availableIpAddressCount(Pool.left(state, subnet))
        .scope("center")
        .tenantId(subnet.ref().project())
        .createdAt(Utc.seconds(subnet.createdAt()))
        .updatedAt(Utc.seconds(subnet.updatedAt()))
        .build();
  }

  private static String nth(List<String> servers, int index) {
    return index < servers.size() ? servers.get(index) : "";
  }
}

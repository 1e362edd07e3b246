package io.ecsim.vpc;

import io.ecsim.api.vpc.NeutronAllocationPool;
import io.ecsim.api.vpc.NeutronNetwork;
import io.ecsim.api.vpc.NeutronSubnet;
import io.ecsim.inventory.Cidr;
import io.ecsim.pack.Utc;
import io.ecsim.sim.Resource;
import java.util.List;
import java.util.stream.Stream;

/** A subnet as the native API shows it: a network, and what lies in it. */
final class NativeNetworkView {
  /** How the cloud's networks are built. */
  static final String TYPE = "vxlan";

  /** The gateway is the first address; what can be had begins after it. */
  private static final int FIRST = 2;

  /** So many last addresses nobody gets: the broadcast, and those of the cloud's own services. */
  private static final int LAST = 4;

  private static final int IPV4 = 4;
  private static final int IPV6 = 6;

  private NativeNetworkView() {}

  /**
   * The name of a network: the id of its VPC, as servers name it among their addresses. Clients
   * look from there for the network ({@code openstack-endpoints.csv}, network, GET networks).
   */
  static String name(Resource<Subnet> subnet) {
    return subnet.spec().vpc().id();
  }

  static String status(Resource<Subnet> subnet) {
    return switch (SubnetStatus.valueOf(subnet.status().label())) {
      case UNKNOWN -> "BUILD";
      case ACTIVE -> "ACTIVE";
      case ERROR -> "ERROR";
    };
  }

  static NeutronNetwork network(Resource<Subnet> subnet, List<String> zones) {
    String project = subnet.ref().project();
    return NeutronNetwork.builder()
        .id(subnet.id())
        .name(name(subnet))
        .status(status(subnet))
        .adminStateUp(true)
        .shared(false)
        .external(false)
        .networkType(TYPE)
        .portSecurityEnabled(true)
        .dnsDomain("")
        .availabilityZoneHints(List.of())
        .availabilityZones(zones)
        .subnets(subnets(subnet).map(NeutronSubnet::id).toList())
        .projectId(project)
        .tenantId(project)
        .createdAt(Utc.seconds(subnet.createdAt()))
        .updatedAt(Utc.seconds(subnet.updatedAt()))
        .build();
  }

  static Stream<NeutronSubnet> subnets(Resource<Subnet> subnet) {
    return subnet.spec().ipv6() ? Stream.of(four(subnet), six(subnet)) : Stream.of(four(subnet));
  }

  private static NeutronSubnet four(Resource<Subnet> subnet) {
    Cidr block = subnet.spec().block();
    var pool =
        new NeutronAllocationPool(
            Cidr.text(block.last() - LAST), Cidr.text(block.last() - block.size() + 1 + FIRST));
    return begun(subnet)
        .id(Subnet.neutronId(subnet.id()))
        .ipVersion(IPV4)
        .cidr(subnet.spec().cidr())
        .gatewayIp(subnet.spec().gateway())
        .allocationPools(List.of(pool))
        .build();
  }

  private static NeutronSubnet six(Resource<Subnet> subnet) {
    String prefix = Subnet.prefix6(subnet.id());
    return begun(subnet)
        .id(Subnet.neutronId6(subnet.id()))
        .ipVersion(IPV6)
        .cidr(prefix + "::/64")
        .gatewayIp(prefix + "::1")
        .ipv6AddressMode("dhcpv6-stateful")
        .ipv6RaMode("dhcpv6-stateful")
        .allocationPools(
            List.of(new NeutronAllocationPool(prefix + ":ffff:ffff:ffff:ffff", prefix + "::2")))
        .build();
  }

  private static NeutronSubnet.Builder begun(Resource<Subnet> subnet) {
    String project = subnet.ref().project();
    return NeutronSubnet.builder()
        .name(subnet.spec().name())
        .networkId(subnet.id())
        .enableDhcp(subnet.spec().dhcp())
        .dnsNameservers(subnet.spec().dns())
        .hostRoutes(List.of())
        .projectId(project)
        .tenantId(project)
        .createdAt(Utc.seconds(subnet.createdAt()))
        .updatedAt(Utc.seconds(subnet.updatedAt()));
  }
}

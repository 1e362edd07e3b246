package io.ecsim.vpc;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.vpc.NeutronListNetworksQuery;
import io.ecsim.api.vpc.NeutronListNetworksResponse;
import io.ecsim.api.vpc.NeutronListSubnetsQuery;
import io.ecsim.api.vpc.NeutronListSubnetsResponse;
import io.ecsim.api.vpc.NeutronNetworkResponse;
import io.ecsim.api.vpc.NeutronNetworksApi;
import io.ecsim.api.vpc.NeutronSubnet;
import io.ecsim.api.vpc.NeutronSubnetResponse;
import io.ecsim.api.vpc.NeutronSubnetsApi;
import io.ecsim.inventory.Inventory;
import io.ecsim.sim.Resource;
import java.util.List;
import java.util.stream.Stream;

/**
 * Subnets as OpenStack's clients find them: each is a network with a native subnet in it, or two
 * where it has IPv6.
 */
record NativeNetworks(Inventory inventory) implements NeutronNetworksApi, NeutronSubnetsApi {

  @Override
  public NeutronListNetworksResponse neutronListNetworks(
      Call call, NeutronListNetworksQuery query) {
    var all =
        call.glance()
            .all(Tables.SUBNETS, call.project())
            .filter(subnet -> Match.any(query.id(), subnet.id()))
            .filter(subnet -> Match.any(query.name(), NativeNetworkView.name(subnet)))
            .filter(subnet -> Match.one(query.status(), NativeNetworkView.status(subnet)))
            .filter(subnet -> Match.flag(query.adminStateUp(), true))
            .filter(subnet -> Match.flag(query.shared(), false))
            .filter(subnet -> Match.flag(query.external(), false))
            .filter(subnet -> Match.one(query.networkType(), NativeNetworkView.TYPE))
            .filter(subnet -> NativePage.own(subnet, query.tenantId(), query.projectId()));
    var page = Page.of(call, all, query.marker(), query.limit());
    return new NeutronListNetworksResponse(
        page.items().stream()
            .map(subnet -> NativeNetworkView.network(subnet, inventory.zones()))
            .toList(),
        NativePage.next(call, "networks", page));
  }

  @Override
  public NeutronNetworkResponse neutronShowNetwork(Call call, String networkId) {
    Resource<Subnet> found = call.glance().find(Tables.SUBNETS, call.project(), networkId);
    if (found == null) {
      throw new ApiError(
          404, "NetworkNotFound", "Network %s could not be found.".formatted(networkId));
    }
    return new NeutronNetworkResponse(NativeNetworkView.network(found, inventory.zones()));
  }

  @Override
  public NeutronListSubnetsResponse neutronListSubnets(Call call, NeutronListSubnetsQuery query) {
    List<NeutronSubnet> found =
        subnets(call)
            .filter(subnet -> Match.any(query.id(), subnet.id()))
            .filter(subnet -> Match.any(query.name(), subnet.name()))
            .filter(subnet -> Match.any(query.networkId(), subnet.networkId()))
            .filter(subnet -> Match.one(query.cidr(), subnet.cidr()))
            .filter(subnet -> Match.one(query.gatewayIp(), subnet.gatewayIp()))
            .filter(subnet -> Match.flag(query.enableDhcp(), subnet.enableDhcp()))
            .filter(
                subnet -> query.ipVersion() == null || query.ipVersion().equals(subnet.ipVersion()))
            .filter(subnet -> Match.one(query.tenantId(), subnet.tenantId()))
            .filter(subnet -> Match.one(query.projectId(), subnet.projectId()))
            .toList();
    return SubnetPage.of(call, found, query);
  }

  @Override
  public NeutronSubnetResponse neutronShowSubnet(Call call, String subnetId) {
    return subnets(call)
        .filter(subnet -> subnet.id().equals(subnetId))
        .findFirst()
        .map(NeutronSubnetResponse::new)
        .orElseThrow(
            () ->
                new ApiError(
                    404, "SubnetNotFound", "Subnet %s could not be found.".formatted(subnetId)));
  }

  private static Stream<NeutronSubnet> subnets(Call call) {
    return call.glance()
        .all(Tables.SUBNETS, call.project())
        .map(call.glance()::show)
        .flatMap(NativeNetworkView::subnets);
  }
}

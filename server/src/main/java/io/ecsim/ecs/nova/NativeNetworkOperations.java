package io.ecsim.ecs.nova;

import io.ecsim.api.Call;
import io.ecsim.api.ecs.NovaGroup;
import io.ecsim.api.ecs.NovaIpRange;
import io.ecsim.api.ecs.NovaListNetworksResponse;
import io.ecsim.api.ecs.NovaListServerSecurityGroupsResponse;
import io.ecsim.api.ecs.NovaListServerSecurityGroupsSecurityGroup;
import io.ecsim.api.ecs.NovaNetwork;
import io.ecsim.api.ecs.NovaNetworksApi;
import io.ecsim.api.ecs.NovaRule;
import io.ecsim.api.ecs.NovaSecurityGroupsApi;
import io.ecsim.ecs.server.Neighbours;
import io.ecsim.ecs.server.ServerTable;
import io.ecsim.ecs.view.Sight;
import io.ecsim.pack.Networks;
import io.ecsim.sim.State;

/** Networks, and the security groups of servers, as the native door shows them. */
public final class NativeNetworkOperations implements NovaNetworksApi, NovaSecurityGroupsApi {
  /** From this version on, networks are asked of the network service. */
  private static final int WITHOUT_NETWORKS = 36;

  private final Neighbours cloud;
  private final NativeWords words;

  public NativeNetworkOperations(Neighbours cloud, ServerTable table) {
    this.cloud = cloud;
    this.words = new NativeWords(table);
  }

  @Override
  public NovaListNetworksResponse novaListNetworks(Call call) {
    if (call.microversion() >= WITHOUT_NETWORKS) {
      throw NativeWords.notFound("The resource could not be found.");
    }
    return new NovaListNetworksResponse(
        cloud.networks().subnets(call.glance().state(), call.project()).stream()
            .map(subnet -> new NovaNetwork(subnet.cidr(), subnet.id(), subnet.vpcId()))
            .toList());
  }

  @Override
  public NovaListServerSecurityGroupsResponse novaListServerSecurityGroups(
      Call call, String serverId) {
    State state = call.glance().state();
    Sight sight = Sight.of(cloud, state, words.server(call, serverId));
    return new NovaListServerSecurityGroupsResponse(
        sight.groups().stream().map(group -> shown(call, state, group)).toList());
  }

  private NovaListServerSecurityGroupsSecurityGroup shown(
      Call call, State state, Networks.Group group) {
    return NovaListServerSecurityGroupsSecurityGroup.builder()
        .id(group.id())
        .name(group.name())
        .description(cloud.networks().description(state, call.project(), group.id()))
        .tenantId(call.project())
        .rules(
            cloud.networks().entries(state, call.project(), group.id()).stream()
                .map(entry -> shown(call, group, entry))
                .toList())
        .build();
  }

  private static NovaRule shown(Call call, Networks.Group group, Networks.Entry entry) {
    Networks.Group peer = entry.peer();
    return NovaRule.builder()
        .id(entry.id())
        .parentGroupId(group.id())
        .ipProtocol(entry.protocol())
        .fromPort(entry.from())
        .toPort(entry.to())
        .ipRange(new NovaIpRange(entry.cidr()))
        .group(
            peer == null ? new NovaGroup(null, null) : new NovaGroup(peer.name(), call.project()))
        .build();
  }
}

package io.ecsim.ecs.huawei;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.ecs.AttachableQuantityFreeNic;
import io.ecsim.api.ecs.FixedIp;
import io.ecsim.api.ecs.InterfaceAttachment;
import io.ecsim.api.ecs.ListServerInterfacesResponse;
import io.ecsim.api.ecs.NicsApi;
import io.ecsim.ecs.server.Neighbours;
import io.ecsim.ecs.server.Server;
import io.ecsim.ecs.server.ServerTable;
import io.ecsim.ecs.server.Slots;
import io.ecsim.ecs.view.Sight;
import io.ecsim.pack.Networks;
import io.ecsim.sim.Resource;
import java.util.ArrayList;
import java.util.List;

/** Network cards of servers: {@code ecs-schemas.md} 7. */
public record NicOperations(Neighbours cloud, ServerTable table) implements NicsApi {

  @Override
  public ListServerInterfacesResponse listServerInterfaces(Call call, String serverId) {
    Resource<Server> server = call.glance().find(table.servers, call.project(), serverId);
    if (server == null) {
      throw new ApiError(
          "Ecs.0307", "The ports of the server %s could not be found.".formatted(serverId));
    }
    List<Networks.Nic> nics = Sight.of(cloud, call.glance().state(), server).nics();
    int most = Slots.of(cloud.inventory(), server.spec()).nics();
    return new ListServerInterfacesResponse(
        new AttachableQuantityFreeNic(Math.max(0, most - nics.size())),
        nics.stream().map(NicOperations::shown).toList());
  }

  private static InterfaceAttachment shown(Networks.Nic nic) {
    var addresses = new ArrayList<FixedIp>();
    addresses.add(new FixedIp(nic.address(), nic.neutronSubnetId()));
    if (nic.address6() != null) {
      addresses.add(new FixedIp(nic.address6(), nic.neutronSubnetId()));
    }
    return InterfaceAttachment.builder()
        .portId(nic.port().id())
        .netId(nic.subnetId())
        .macAddr(nic.mac())
        .fixedIps(addresses)
        .portState("ACTIVE")
        .deleteOnTermination(true)
        .driverMode("virtio")
        .multiqueueNum(1)
        .build();
  }
}

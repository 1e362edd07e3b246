package io.ecsim.ecs.huawei;

import io.ecsim.api.Call;
import io.ecsim.api.ecs.QuotasApi;
import io.ecsim.api.ecs.ServerLimits;
import io.ecsim.api.ecs.ShowAppendableVolumeQuotaResponse;
import io.ecsim.api.ecs.ShowServerLimitsResponse;
import io.ecsim.ecs.group.GroupTable;
import io.ecsim.ecs.server.Neighbours;
import io.ecsim.ecs.server.Quota;
import io.ecsim.ecs.server.Server;
import io.ecsim.ecs.server.ServerTable;
import io.ecsim.ecs.server.Slots;
import io.ecsim.inventory.Limit;
import io.ecsim.sim.Resource;
import java.util.List;

/** What a project may have, and has: {@code ecs-schemas.md} 10. */
public record QuotaOperations(Neighbours cloud, ServerTable table) implements QuotasApi {

  @Override
  public ShowServerLimitsResponse showServerLimits(Call call) {
    Quota used = Quota.used(call.glance().state(), table, cloud.inventory(), call.project());
    Quota spot = Quota.usedBySpot(call.glance().state(), table, cloud.inventory(), call.project());
    return new ShowServerLimitsResponse(
        ServerLimits.builder()
            .maxTotalInstances(limit(Limit.SERVERS))
            .maxTotalCores(limit(Limit.CORES))
            .maxTotalRAMSize(limit(Limit.RAM))
            .totalInstancesUsed(used.servers())
            .totalCoresUsed((int) used.cores())
            .totalRAMUsed(used.ram())
            .maxServerMeta(limit(Limit.SERVER_METADATA))
            .maxImageMeta(128)
            .maxPersonality(5)
            .maxPersonalitySize(10240)
            .maxSecurityGroups(limit(Limit.GROUPS_PER_SERVER))
            .maxSecurityGroupRules(20)
            .maxServerGroups(limit(Limit.SERVER_GROUPS))
            .maxServerGroupMembers(limit(Limit.SERVER_GROUP_MEMBERS))
            .maxTotalFloatingIps(limit(Limit.FLOATING_IPS))
            .maxTotalKeypairs(-1)
            .totalFloatingIpsUsed(cloud.addresses().count(call.glance().state(), call.project()))
            .totalSecurityGroupsUsed(cloud.networks().groups(call.glance().state(), call.project()))
            .totalServerGroupsUsed(
                call.glance().state().shelf(GroupTable.GROUPS.type(), call.project()).size())
            .maxTotalSpotInstances(limit(Limit.SERVERS))
            .maxTotalSpotCores(limit(Limit.CORES))
            .maxTotalSpotRAMSize(limit(Limit.RAM))
            .totalSpotInstancesUsed(spot.servers())
            .totalSpotCoresUsed((int) spot.cores())
            .totalSpotRAMUsed((int) spot.ram())
            .limitByFlavor(List.of())
            .build());
  }

  @Override
  public ShowAppendableVolumeQuotaResponse showAppendableVolumeQuota(Call call, String serverId) {
    Resource<Server> server = call.glance().require(table.servers, call.project(), serverId);
    Slots slots = Slots.of(cloud.inventory(), server.spec());
    var disks = cloud.disks().of(call.glance().state(), server.ref());
    return new ShowAppendableVolumeQuotaResponse(
        slots.left(disks), slots.leftBlk(disks), slots.left(disks));
  }

  private int limit(Limit limit) {
    return cloud.inventory().limits().of(limit);
  }
}

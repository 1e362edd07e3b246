package io.ecsim.ecs.huawei;

import io.ecsim.api.Call;
import io.ecsim.api.ecs.QuotasApi;
import io.ecsim.api.ecs.ServerLimits;
import io.ecsim.api.ecs.ShowServerLimitsResponse;
import io.ecsim.ecs.server.Neighbours;
import io.ecsim.ecs.server.Quota;
import io.ecsim.ecs.server.ServerTable;
import io.ecsim.inventory.Limit;
import java.util.List;

/** What a project may have, and has: {@code ecs-schemas.md} 10. */
public record QuotaOperations(Neighbours cloud, ServerTable table) implements QuotasApi {

  @Override
  public ShowServerLimitsResponse showServerLimits(Call call) {
    Quota used = Quota.used(call.glance().state(), table, cloud.inventory(), call.project());
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
            .totalServerGroupsUsed(0)
            .maxTotalSpotInstances(0)
            .maxTotalSpotCores(0)
            .maxTotalSpotRAMSize(0)
            .totalSpotInstancesUsed(0)
            .totalSpotCoresUsed(0)
            .totalSpotRAMUsed(0)
            .limitByFlavor(List.of())
            .build());
  }

  private int limit(Limit limit) {
    return cloud.inventory().limits().of(limit);
  }
}

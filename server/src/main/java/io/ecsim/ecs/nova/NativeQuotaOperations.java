package io.ecsim.ecs.nova;

import io.ecsim.api.Call;
import io.ecsim.api.ecs.NovaAbsoluteLimits;
import io.ecsim.api.ecs.NovaLimits;
import io.ecsim.api.ecs.NovaQuotaSet;
import io.ecsim.api.ecs.NovaQuotaSetResponse;
import io.ecsim.api.ecs.NovaQuotasApi;
import io.ecsim.api.ecs.NovaShowLimitsQuery;
import io.ecsim.api.ecs.NovaShowLimitsResponse;
import io.ecsim.api.ecs.NovaShowQuotaSetQuery;
import io.ecsim.ecs.group.GroupTable;
import io.ecsim.ecs.server.Neighbours;
import io.ecsim.ecs.server.Quota;
import io.ecsim.ecs.server.ServerTable;
import io.ecsim.inventory.Limit;
import io.ecsim.sim.State;
import java.util.List;

/** What a project may have, and has, natively: {@code ecs-schemas.md} 10. */
public record NativeQuotaOperations(Neighbours cloud, ServerTable table) implements NovaQuotasApi {
  private static final int WITHOUT_NETWORKS = 36;
  private static final int WITHOUT_IMAGES = 39;
  private static final int WITHOUT_FILES = 57;
  private static final int IMAGE_METADATA = 128;
  private static final int FILES = 5;
  private static final int FILE_BYTES = 10240;
  private static final int PATH_BYTES = 255;
  private static final int FIXED_IPS = 40;
  private static final int RULES = 20;

  @Override
  public NovaShowLimitsResponse novaShowLimits(Call call, NovaShowLimitsQuery query) {
    State state = call.glance().state();
    Quota used = Quota.used(state, table, cloud.inventory(), call.project());
    int version = call.microversion();
    NovaAbsoluteLimits.Builder limits =
        NovaAbsoluteLimits.builder()
            .maxServerMeta(limit(Limit.SERVER_METADATA))
            .maxServerGroups(limit(Limit.SERVER_GROUPS))
            .maxServerGroupMembers(limit(Limit.SERVER_GROUP_MEMBERS))
            .maxTotalInstances(limit(Limit.SERVERS))
            .maxTotalCores(limit(Limit.CORES))
            .maxTotalRAMSize(limit(Limit.RAM))
            .maxTotalKeypairs(limit(Limit.KEYPAIRS))
            .totalInstancesUsed(used.servers())
            .totalCoresUsed((int) used.cores())
            .totalRAMUsed(used.ram())
            .totalServerGroupsUsed(
                call.glance().state().shelf(GroupTable.GROUPS.type(), call.project()).size());
    if (version < WITHOUT_IMAGES) {
      limits.maxImageMeta(IMAGE_METADATA);
    }
    if (version < WITHOUT_FILES) {
      limits.maxPersonality(FILES).maxPersonalitySize(FILE_BYTES);
    }
    if (version < WITHOUT_NETWORKS) {
      limits
          .maxSecurityGroups(limit(Limit.GROUPS_PER_SERVER))
          .maxSecurityGroupRules(RULES)
          .maxTotalFloatingIps(limit(Limit.FLOATING_IPS))
          .totalFloatingIpsUsed(cloud.addresses().count(state, call.project()))
          .totalSecurityGroupsUsed(cloud.networks().groups(state, call.project()));
    }
    return new NovaShowLimitsResponse(new NovaLimits(List.of(), limits.build()));
  }

  private int limit(Limit limit) {
    return cloud.inventory().limits().of(limit);
  }

  @Override
  public NovaQuotaSetResponse novaShowQuotaSet(
      Call call, String targetProjectId, NovaShowQuotaSetQuery query) {
    return quotas(call, targetProjectId);
  }

  @Override
  public NovaQuotaSetResponse novaShowQuotaSetDefaults(Call call, String targetProjectId) {
    return quotas(call, targetProjectId);
  }

  private NovaQuotaSetResponse quotas(Call call, String project) {
    if (!project.equals(call.project())) {
      throw NativeWords.forbidden(
          "Policy doesn't allow to show the quotas of project %s.".formatted(project));
    }
    int version = call.microversion();
    NovaQuotaSet.Builder quotas =
        NovaQuotaSet.builder()
            .id(project)
            .cores(limit(Limit.CORES))
            .ram(limit(Limit.RAM))
            .instances(limit(Limit.SERVERS))
            .keyPairs(limit(Limit.KEYPAIRS))
            .metadataItems(limit(Limit.SERVER_METADATA))
            .serverGroups(limit(Limit.SERVER_GROUPS))
            .serverGroupMembers(limit(Limit.SERVER_GROUP_MEMBERS));
    if (version < WITHOUT_FILES) {
      quotas
          .injectedFiles(FILES)
          .injectedFileContentBytes(FILE_BYTES)
          .injectedFilePathBytes(PATH_BYTES);
    }
    if (version < WITHOUT_NETWORKS) {
      quotas
          .fixedIps(FIXED_IPS)
          .floatingIps(limit(Limit.FLOATING_IPS))
          .securityGroups(limit(Limit.SECURITY_GROUPS))
          .securityGroupRules(limit(Limit.SECURITY_GROUP_RULES));
    }
    return new NovaQuotaSetResponse(quotas.build());
  }
}

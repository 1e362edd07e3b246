package io.ecsim.vpc;

import io.ecsim.api.vpc.CloudResource;
import io.ecsim.api.vpc.VpcDetails;
import io.ecsim.api.vpc.VpcInfo;
import io.ecsim.api.vpc.VpcRoute;
import io.ecsim.pack.Utc;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.List;

/** A VPC as each generation shows it. */
final class VpcView {
  private VpcView() {}

  static VpcInfo v1(Resource<Vpc> vpc) {
    Vpc spec = vpc.spec();
    return VpcInfo.builder()
        .id(vpc.id())
        .name(spec.name())
        .description(spec.description())
        .cidr(spec.cidr())
        .status(vpc.status().label())
        .enterpriseProjectId(spec.enterpriseProject())
        .routes(
            spec.routes().entrySet().stream()
                .map(route -> new VpcRoute(route.getKey(), route.getValue()))
                .toList())
        .tenantId(vpc.ref().project())
        .createdAt(Utc.seconds(vpc.createdAt()))
        .updatedAt(Utc.seconds(vpc.updatedAt()))
        .build();
  }

  static VpcDetails v3(State state, Resource<Vpc> vpc) {
    Vpc spec = vpc.spec();
    int subnets = state.usersOf(vpc.ref(), Tables.SUBNETS).size();
    return VpcDetails.builder()
        .id(vpc.id())
        .name(spec.name())
        .description(spec.description())
        .cidr(spec.cidr())
        .extendCidrs(spec.extendCidrs())
        .status(vpc.status().label())
        .projectId(vpc.ref().project())
        .enterpriseProjectId(spec.enterpriseProject())
        .cloudResources(
            List.of(new CloudResource(1, "routetable"), new CloudResource(subnets, "virsubnet")))
        .tags(TagSets.view(spec.tags()))
        .createdAt(Utc.seconds(vpc.createdAt()))
        .updatedAt(Utc.seconds(vpc.updatedAt()))
        .build();
  }
}

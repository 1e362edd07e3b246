package io.ecsim.ecs.launch;

import io.ecsim.api.ecs.AutoLaunchGroup;
import io.ecsim.api.ecs.Instance;
import io.ecsim.api.ecs.RegionSpec;
import io.ecsim.api.ecs.ShowAutoLaunchGroupResponse;
import io.ecsim.ecs.view.Words;
import io.ecsim.pack.Utc;
import io.ecsim.sim.Resource;
import java.math.BigDecimal;
import java.util.List;

/** What answers show of groups and their servers: {@code ecs-api.csv}, ecs-v2. */
final class Portrait {
  private static final String TYPE = "request";

  private Portrait() {}

  static AutoLaunchGroup brief(Resource<LaunchGroup> group, Crew crew) {
    return AutoLaunchGroup.builder()
        .autoLaunchGroupId(group.id())
        .name(group.spec().name())
        .type(TYPE)
        .status(group.status().label())
        .taskState(crew.progress(group.spec().goal()))
        .createdAt(Utc.seconds(group.createdAt()))
        .validSince(group.spec().since())
        .build();
  }

  static ShowAutoLaunchGroupResponse whole(Resource<LaunchGroup> group, Crew crew) {
    LaunchGroup spec = group.spec();
    LaunchGroup.Goal goal = spec.goal();
    return ShowAutoLaunchGroupResponse.builder()
        .autoLaunchGroupId(group.id())
        .name(spec.name())
        .type(TYPE)
        .status(group.status().label())
        .taskState(crew.progress(goal))
        .targetCapacity(goal.target())
        .stableCapacity(goal.stable())
        .currentCapacity(crew.capacity())
        .currentStableCapacity(crew.stable())
        .excessFulfilledCapacityBehavior(goal.excess())
        .instancesBehaviorWithExpiration(goal.expiration())
        .validSince(spec.since())
        .allocationStrategy(spec.strategy())
        .spotPrice(goal.spotPrice() == null ? BigDecimal.ZERO : goal.spotPrice())
        .createdAt(Utc.seconds(group.createdAt()))
        .regionSpecs(
            List.of(new RegionSpec(spec.region(), goal.target(), goal.stable(), spec.config())))
        .build();
  }

  static Instance instance(Crew.Hand hand) {
    var server = hand.server();
    return Instance.builder()
        .id(server.id())
        .instanceId(server.id())
        .name(server.spec().name())
        .status(Words.of(server).status())
        .flavorId(server.spec().build().flavorId())
        .availabilityZoneId(server.spec().build().zone())
        .sellMode(hand.member().stable() ? "onDemand" : "spot")
        .build();
  }
}

package io.ecsim.ecs.launch;

import io.ecsim.api.ApiError;
import io.ecsim.api.ecs.CreateAutoLaunchGroupRequest;
import io.ecsim.api.ecs.LaunchTemplateConfig;
import io.ecsim.api.ecs.RegionSpec;
import io.ecsim.api.ecs.UpdateAutoLaunchGroupRequest;
import io.ecsim.ecs.create.Unmodelled;
import io.ecsim.pack.Utc;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

/** What requests say of groups; defaults are those of the provider's documentation. */
final class Wish {
  private static final String TERMINATE = "terminate";

  private Wish() {}

  /**
   * The group that a request asks for, still without servers.
   *
   * @throws ApiError {@code Ecs.0005} for what contradicts itself, HTTP 501 for what is not
   *     modelled
   */
  static LaunchGroup of(CreateAutoLaunchGroupRequest body, String here, long now) {
    Unmodelled.refuse(body.guaranteePlanId() != null, "guarantee_plan_id of auto launch groups");
    Unmodelled.refuse("maintain".equals(body.type()), "auto launch groups of the type maintain");
    Unmodelled.refuse(
        "multiple".equals(body.supplyOption()), "supply_option multiple of auto launch groups");
    Unmodelled.refuse(given(body.validUntil()), "valid_until of auto launch groups");
    Unmodelled.refuse(
        given(body.validSince()) && millis("valid_since", body.validSince()) > now,
        "valid_since %s of auto launch groups, which is to come".formatted(body.validSince()));
    Unmodelled.refuse(
        body.regionSpecs().size() > 1, "auto launch groups with several region_specs");
    RegionSpec region = body.regionSpecs().get(0);
    Unmodelled.refuse(
        given(region.regionId()) && !region.regionId().equals(here),
        "region_specs[0].region_id %s of auto launch groups, other than %s"
            .formatted(region.regionId(), here));
    var goal =
        new LaunchGroup.Goal(
            body.targetCapacity(),
            or(body.stableCapacity(), 0),
            or(body.excessFulfilledCapacityBehavior(), TERMINATE),
            or(body.instancesBehaviorWithExpiration(), TERMINATE),
            body.spotPrice());
    check(goal);
    agree("expect_target_capacity", region.expectTargetCapacity(), goal.target());
    agree("expect_stable_capacity", region.expectStableCapacity(), goal.stable());
    return new LaunchGroup(
        body.name(),
        goal,
        or(body.allocationStrategy(), "lowest_price"),
        here,
        checked(region.launchTemplateConfig()),
        given(body.validSince()) ? body.validSince() : Utc.seconds(now),
        List.of());
  }

  /** The group as a request wants it to be, with the servers that it has. */
  static LaunchGroup changed(LaunchGroup group, UpdateAutoLaunchGroupRequest body) {
    Unmodelled.refuse(body.guaranteePlanId() != null, "guarantee_plan_id of auto launch groups");
    LaunchGroup.Goal was = group.goal();
    var goal =
        new LaunchGroup.Goal(
            or(body.targetCapacity(), was.target()),
            or(body.stableCapacity(), was.stable()),
            or(body.excessFulfilledCapacityBehavior(), was.excess()),
            or(body.instancesBehaviorWithExpiration(), was.expiration()),
            or(body.spotPrice(), was.spotPrice()));
    check(goal);
    return group.with(or(body.name(), group.name()), goal);
  }

  private static void check(LaunchGroup.Goal goal) {
    if (goal.stable() > goal.target()) {
      throw new ApiError(
          "Ecs.0005",
          "stable_capacity %d is more than target_capacity %d."
              .formatted(goal.stable(), goal.target()));
    }
  }

  private static void agree(String field, Integer said, int whole) {
    if (said != null && said != whole) {
      throw new ApiError(
          "Ecs.0005",
          "region_specs[0].%s of the only region is %d, all regions' is %d."
              .formatted(field, said, whole));
    }
  }

  private static LaunchTemplateConfig checked(LaunchTemplateConfig config) {
    if (config == null
        || config.launchTemplate() == null
        || !given(config.launchTemplate().launchTemplateId())) {
      throw new ApiError(
          "Ecs.0005", "region_specs[0].launch_template_config.launch_template is null.");
    }
    return config;
  }

  private static long millis(String member, String time) {
    try {
      return Instant.parse(time).toEpochMilli();
    } catch (DateTimeParseException e) {
      throw new ApiError(
          "Ecs.0005", "%s '%s' is not of the form yyyy-MM-ddTHH:mm:ssZ.".formatted(member, time));
    }
  }

  /** Checks a time that a list is asked for; null and an empty text ask for nothing. */
  static void time(String member, String time) {
    if (given(time)) {
      millis(member, time);
    }
  }

  private static boolean given(String text) {
    return text != null && !text.isEmpty();
  }

  private static <T> T or(T said, T otherwise) {
    return said == null ? otherwise : said;
  }
}

package io.ecsim.terraform.catalog.ecs;

import static io.ecsim.terraform.schema.Attribute.computed;
import static io.ecsim.terraform.schema.Attribute.optional;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.schema.Attribute.required;
import static io.ecsim.terraform.schema.NestedBlock.unordered;
import static io.ecsim.terraform.value.Type.NUMBER;
import static io.ecsim.terraform.value.Type.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.resource.Body;
import io.ecsim.terraform.resource.Change;
import io.ecsim.terraform.resource.Creation;
import io.ecsim.terraform.resource.Deletion;
import io.ecsim.terraform.resource.Found;
import io.ecsim.terraform.resource.Reading;
import io.ecsim.terraform.resource.ResourceType;
import io.ecsim.terraform.resource.Task;
import io.ecsim.terraform.schema.Schema;
import io.ecsim.terraform.value.Emptiness;
import io.ecsim.terraform.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A group that starts servers by itself. (terraform-huaweicloud 2.2, provider-behaviour 2.2.) */
final class ComputeAutoLaunchGroup implements ResourceType {
  private static final String PATH = "/v2/{domain}/auto-launch-groups";

  private static final Schema SCHEMA =
      Schema.of(
              optionalComputed("id", STRING),
              required("launch_template_id", STRING).forceNew(),
              required("launch_template_version", STRING).forceNew(),
              required("name", STRING),
              unordered(
                      "overrides",
                      1,
                      0,
                      required("availability_zone", STRING).forceNew(),
                      required("flavor_id", STRING).forceNew(),
                      optionalComputed("priority", NUMBER).forceNew(),
                      optionalComputed("spot_price", NUMBER).forceNew(),
                      optionalComputed("weighted_capacity", NUMBER).forceNew())
                  .replacing(),
              required("target_capacity", NUMBER),
              optionalComputed("allocation_strategy", STRING).forceNew(),
              optional("delete_instances", STRING),
              optionalComputed("excess_fulfilled_capacity_behavior", STRING),
              optionalComputed("instances_behavior_with_expiration", STRING),
              optionalComputed("region", STRING).forceNew(),
              optionalComputed("spot_price", NUMBER),
              optionalComputed("stable_capacity", NUMBER),
              optionalComputed("supply_option", STRING).forceNew(),
              optionalComputed("type", STRING).forceNew(),
              optionalComputed("valid_since", STRING).forceNew(),
              optionalComputed("valid_until", STRING).forceNew(),
              computed("created_at", STRING),
              computed("current_capacity", NUMBER),
              computed("current_stable_capacity", NUMBER),
              computed("status", STRING),
              computed("task_state", STRING))
          .timeout("delete", "5m");

  @Override
  public String name() {
    return "huaweicloud_compute_auto_launch_group";
  }

  @Override
  public String thing() {
    return "auto launch group";
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public void create(Creation task) {
    Values group = task.planned();
    Map<String, Object> body = changeable(group);
    for (String argument :
        List.of("type", "valid_since", "valid_until", "allocation_strategy", "supply_option")) {
      if (group.filled(argument) != null) {
        body.put(argument, group.text(argument));
      }
    }
    body.put("region_specs", List.of(region(task, group)));
    JsonNode made = task.post("cms", PATH, body);
    task.made(made.path("auto_launch_group_id").asText());
  }

  /** What may change later, too. */
  private static Map<String, Object> changeable(Values group) {
    return Body.of(
        "name", group.text("name"),
        "target_capacity", group.number("target_capacity"),
        "stable_capacity", positive(group, "stable_capacity"),
        "excess_fulfilled_capacity_behavior", group.filled("excess_fulfilled_capacity_behavior"),
        "instances_behavior_with_expiration", group.filled("instances_behavior_with_expiration"),
        "spot_price", positive(group, "spot_price"));
  }

  private static Map<String, Object> region(Task task, Values group) {
    Long stable = group.number("stable_capacity");
    return Body.of(
        "region_id",
        task.settings().region(),
        "expect_target_capacity",
        group.number("target_capacity"),
        "expect_stable_capacity",
        stable == null ? 0 : stable,
        "launch_template_config",
        Body.of(
            "launch_template",
            Body.of(
                "launch_template_id", group.text("launch_template_id"),
                "version", group.text("launch_template_version")),
            "overrides",
            Body.unlessEmpty(
                group.blocks("overrides").stream()
                    .map(
                        one ->
                            Body.of(
                                "availability_zone_id", one.text("availability_zone"),
                                "flavor_id", one.text("flavor_id"),
                                "spot_price", positive(one, "spot_price"),
                                "priority", positive(one, "priority"),
                                "weighted_capacity", positive(one, "weighted_capacity")))
                    .toList())));
  }

  /** A number; to the vendor's provider a 0 is nothing. */
  private static Object positive(Values values, String name) {
    Object number = values.has(name) ? values.get(name) : null;
    return Emptiness.of(number) ? null : number;
  }

  @Override
  public Found read(Reading task) {
    JsonNode group = task.get("cms", PATH + "/" + task.id());
    JsonNode config = group.path("region_specs").path(0).path("launch_template_config");
    List<Map<String, Object>> overrides = new ArrayList<>();
    for (JsonNode told : config.path("overrides")) {
      overrides.add(
          Body.of(
              "availability_zone", told.path("availability_zone_id"),
              "flavor_id", told.path("flavor_id"),
              "spot_price", told.path("spot_price").asDouble(),
              "priority", told.path("priority").asLong(),
              "weighted_capacity", told.path("weighted_capacity").asDouble()));
    }
    return Found.of(group)
        .without("id", "supply_option", "delete_instances")
        .with("region", task.region())
        .with("stable_capacity", group.path("stable_capacity").asLong())
        .with("spot_price", group.path("spot_price").asDouble())
        .with("current_capacity", group.path("current_capacity").asDouble())
        .with("current_stable_capacity", group.path("current_stable_capacity").asDouble())
        .with("launch_template_id", config.path("launch_template").path("launch_template_id"))
        .with("launch_template_version", config.path("launch_template").path("version"))
        .with("overrides", overrides);
  }

  @Override
  public void update(Change task) {
    task.when(
        () -> task.put("cms", PATH + "/" + task.id(), changeable(task.planned())),
        "name",
        "target_capacity",
        "stable_capacity",
        "excess_fulfilled_capacity_behavior",
        "instances_behavior_with_expiration",
        "spot_price");
  }

  @Override
  public void delete(Deletion task) {
    String path = PATH + "/" + task.id();
    task.delete("cms", path, Body.of("delete_instances", task.prior().filled("delete_instances")));
    task.untilGone("auto launch group " + task.id(), () -> task.get("cms", path));
  }
}

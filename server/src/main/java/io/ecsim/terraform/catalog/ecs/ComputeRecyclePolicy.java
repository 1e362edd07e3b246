package io.ecsim.terraform.catalog.ecs;

import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.schema.Attribute.required;
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
import io.ecsim.terraform.value.Values;

/**
 * The recycle bin: there as long as this is. (terraform-huaweicloud 2.2, provider-behaviour 2.2.)
 */
final class ComputeRecyclePolicy implements ResourceType {
  private static final String PATH = "/v1/{project}/recycle-bin";

  private static final Schema SCHEMA =
      Schema.of(
          optionalComputed("id", STRING),
          required("recycle_threshold_day", NUMBER),
          required("retention_hour", NUMBER),
          optionalComputed("region", STRING).forceNew());

  @Override
  public String name() {
    return "huaweicloud_compute_recycle_policy";
  }

  @Override
  public String thing() {
    return "recycle policy";
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public void create(Creation task) {
    turn(task, "on");
    task.made(task.cloud().project());
    policy(task, task.planned());
  }

  @Override
  public Found read(Reading task) {
    JsonNode bin = task.get("ecs", PATH);
    if (bin.path("switch").asText().equals("off")) {
      return null;
    }
    return Found.of(bin.path("policy")).with("region", task.region());
  }

  @Override
  public void update(Change task) {
    task.when(() -> policy(task, task.planned()), "retention_hour", "recycle_threshold_day");
  }

  @Override
  public void delete(Deletion task) {
    turn(task, "off");
  }

  private static void turn(Task task, String onOrOff) {
    task.put("ecs", PATH, Body.of("recycle_bin", Body.of("switch", onOrOff)));
  }

  private static void policy(Task task, Values policy) {
    task.put(
        "ecs",
        PATH + "/policy",
        Body.of(
            "policy",
            Body.of(
                "retention_hour", policy.number("retention_hour"),
                "recycle_threshold_day", policy.number("recycle_threshold_day"))));
  }
}

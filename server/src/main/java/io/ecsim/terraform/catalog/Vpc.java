package io.ecsim.terraform.catalog;

import static io.ecsim.terraform.schema.Attribute.computed;
import static io.ecsim.terraform.schema.Attribute.optional;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.schema.Attribute.required;
import static io.ecsim.terraform.schema.Attribute.tags;
import static io.ecsim.terraform.value.Type.STRING;
import static io.ecsim.terraform.value.Type.list;
import static io.ecsim.terraform.value.Type.object;
import static io.ecsim.terraform.value.Type.set;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.plan.Plan;
import io.ecsim.terraform.problem.Problem;
import io.ecsim.terraform.resource.Body;
import io.ecsim.terraform.resource.Change;
import io.ecsim.terraform.resource.Changed;
import io.ecsim.terraform.resource.Creation;
import io.ecsim.terraform.resource.Deletion;
import io.ecsim.terraform.resource.EnterpriseProjects;
import io.ecsim.terraform.resource.Found;
import io.ecsim.terraform.resource.Reading;
import io.ecsim.terraform.resource.ResourceType;
import io.ecsim.terraform.resource.Tags;
import io.ecsim.terraform.resource.Task;
import io.ecsim.terraform.schema.Check;
import io.ecsim.terraform.schema.Schema;
import io.ecsim.terraform.value.Values;
import java.util.ArrayList;
import java.util.List;

/** A private network. (terraform-huaweicloud 3.2, provider-behaviour 4.1.) */
final class Vpc implements ResourceType {
  private static final Schema SCHEMA =
      Schema.of(
              optionalComputed("id", STRING),
              required("cidr", STRING).check(Check.networkCidr()),
              required("name", STRING),
              optional("block_service_endpoint_states", STRING),
              optional("description", STRING),
              optionalComputed("enhanced_local_route", STRING).oneOf("true", "false"),
              optionalComputed("enterprise_project_id", STRING),
              optionalComputed("region", STRING).forceNew(),
              optional("secondary_cidr", STRING).check(Check.networkCidr()),
              optionalComputed("secondary_cidrs", set(STRING)).conflictsWith("secondary_cidr"),
              tags(),
              computed("routes", list(object("destination", STRING, "nexthop", STRING)))
                  .deprecated(),
              computed("status", STRING))
          .timeout("create", "10m")
          .timeout("delete", "10m");

  @Override
  public String name() {
    return "huaweicloud_vpc";
  }

  @Override
  public List<String> aliases() {
    return List.of("huaweicloud_vpc_v1");
  }

  @Override
  public String thing() {
    return "VPC";
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public void create(Creation task) {
    Values vpc = task.planned();
    JsonNode made =
        task.post(
            "vpc",
            "/v1/{project}/vpcs",
            Body.of(
                "vpc",
                Body.of(
                    "name", vpc.text("name"),
                    "cidr", vpc.text("cidr"),
                    "description", vpc.filled("description"),
                    "enhanced_local_route", localRoute(vpc),
                    "enterprise_project_id", task.enterpriseProject(vpc),
                    "block_service_endpoint_states", vpc.filled("block_service_endpoint_states"))));
    task.made(made.path("vpc").path("id").asText());
    task.until(
        "VPC " + task.id() + " to become OK",
        () -> {
          String status = vpc(task, task.id()).path("status").asText();
          if (!status.equals("OK") && !status.equals("CREATING")) {
            throw Problem.error("VPC status: '" + status + "'", "VPC: " + task.id());
          }
          return status.equals("OK") ? status : null;
        });
    Tags.act(task, "vpc", tagsOf(task.id()) + "/action", "create", vpc.map("tags"));
    extend(task, task.id(), "add", blocks(vpc));
  }

  private static Boolean localRoute(Values vpc) {
    String written = vpc.filled("enhanced_local_route");
    return written == null ? null : Boolean.valueOf(written);
  }

  private static List<String> blocks(Values vpc) {
    String one = vpc.filled("secondary_cidr");
    return one == null ? vpc.texts("secondary_cidrs") : List.of(one);
  }

  /** Adds or removes secondary address blocks. */
  private static void extend(Task task, String id, String action, List<String> blocks) {
    if (!blocks.isEmpty()) {
      task.put(
          "vpc",
          "/v3/{project}/vpc/vpcs/" + id + "/" + action + "-extend-cidr",
          Body.of("vpc", Body.of("extend_cidrs", blocks)));
    }
  }

  @Override
  public Found read(Reading task) {
    JsonNode vpc = vpc(task, task.id());
    JsonNode details = task.get("vpc", "/v3/{project}/vpc/vpcs/" + task.id()).path("vpc");
    Found found =
        Found.of(vpc)
            .without("block_service_endpoint_states")
            .with("region", task.region())
            .with("enhanced_local_route", localRoute(vpc, task.current()))
            .with("secondary_cidrs", details.path("extend_cidrs"));
    return Tags.told(found, task, "vpc", tagsOf(task.id()));
  }

  /** Nothing told means false; but a cloud that never tells does not contradict anybody. */
  private static Object localRoute(JsonNode vpc, Values current) {
    if (vpc.has("enhanced_local_route")) {
      return vpc.path("enhanced_local_route");
    }
    String known = current.filled("enhanced_local_route");
    return known == null ? "false" : known;
  }

  /** The set is what the cloud makes of a single block. */
  @Override
  public void plan(Plan plan) {
    if (!plan.creates()
        && plan.changes("secondary_cidr")
        && plan.config().get("secondary_cidrs") == null) {
      plan.unknown("secondary_cidrs");
    }
  }

  @Override
  public void update(Change task) {
    Values vpc = task.planned();
    task.when(
        () ->
            task.put(
                "vpc",
                "/v1/{project}/vpcs/" + task.id(),
                Body.of(
                    "vpc",
                    Body.of(
                        "name", vpc.text("name"),
                        "cidr", vpc.text("cidr"),
                        "description", Changed.text(task, "description"),
                        "enhanced_local_route",
                            task.changes("enhanced_local_route") ? localRoute(vpc) : null))),
        "name",
        "cidr",
        "description",
        "enhanced_local_route");
    Tags.change(task, "vpc", tagsOf(task.id()) + "/action");
    task.when(
        () -> {
          extend(task, task.id(), "remove", Changed.one(task.prior(), "secondary_cidr"));
          extend(task, task.id(), "add", Changed.one(vpc, "secondary_cidr"));
        },
        "secondary_cidr");
    task.when(
        () -> {
          List<String> before = task.prior().texts("secondary_cidrs");
          List<String> after = vpc.texts("secondary_cidrs");
          extend(task, task.id(), "remove", less(before, after));
          extend(task, task.id(), "add", less(after, before));
        },
        "secondary_cidrs");
    EnterpriseProjects.move(task, "vpcs");
  }

  private static List<String> less(List<String> all, List<String> without) {
    List<String> left = new ArrayList<>(all);
    left.removeAll(without);
    return left;
  }

  @Override
  public void delete(Deletion task) {
    task.removed(
        "VPC " + task.id(),
        () -> {
          vpc(task, task.id());
          task.delete("vpc", "/v1/{project}/vpcs/" + task.id());
        },
        409);
  }

  private static JsonNode vpc(Task task, String id) {
    return task.get("vpc", "/v1/{project}/vpcs/" + id).path("vpc");
  }

  private static String tagsOf(String id) {
    return "/v2.0/{project}/vpcs/" + id + "/tags";
  }
}

package io.ecsim.terraform.catalog;

import static io.ecsim.terraform.schema.Attribute.computed;
import static io.ecsim.terraform.schema.Attribute.optional;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.schema.Attribute.required;
import static io.ecsim.terraform.schema.Attribute.tags;
import static io.ecsim.terraform.value.Type.BOOL;
import static io.ecsim.terraform.value.Type.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.client.ApiFailure;
import io.ecsim.terraform.resource.Body;
import io.ecsim.terraform.resource.Change;
import io.ecsim.terraform.resource.Creation;
import io.ecsim.terraform.resource.Deletion;
import io.ecsim.terraform.resource.Found;
import io.ecsim.terraform.resource.Reading;
import io.ecsim.terraform.resource.ResourceType;
import io.ecsim.terraform.resource.Tags;
import io.ecsim.terraform.resource.Task;
import io.ecsim.terraform.schema.Schema;
import io.ecsim.terraform.value.Values;
import java.util.List;

/** A security group. (terraform-huaweicloud 3.2, provider-behaviour 4.1.) */
final class NetworkingSecgroup implements ResourceType {
  private static final Schema SCHEMA =
      Schema.of(
              optionalComputed("id", STRING),
              required("name", STRING),
              optional("delete_default_rules", BOOL).forceNew(),
              optional("description", STRING),
              optionalComputed("enterprise_project_id", STRING).forceNew(),
              optionalComputed("region", STRING).forceNew(),
              tags(),
              computed("created_at", STRING),
              computed("rules", SecurityRules.TYPE),
              computed("updated_at", STRING).changesOnUpdate())
          .timeout("delete", "20m");

  @Override
  public String name() {
    return "huaweicloud_networking_secgroup";
  }

  @Override
  public List<String> aliases() {
    return List.of("huaweicloud_networking_secgroup_v2");
  }

  @Override
  public String thing() {
    return "security group";
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public void create(Creation task) {
    Values group = task.planned();
    JsonNode made =
        task.post(
                "vpc",
                "/v3/{project}/vpc/security-groups",
                Body.of(
                    "security_group",
                    Body.of(
                        "name", group.text("name"),
                        "enterprise_project_id", task.enterpriseProject(group))))
            .path("security_group");
    task.made(made.path("id").asText());
    if (group.filled("description") != null) {
      describe(task, task.id(), null, group.text("description"));
    }
    if (group.isSet("delete_default_rules")) {
      for (JsonNode rule : made.path("security_group_rules")) {
        task.delete("vpc", "/v3/{project}/vpc/security-group-rules/" + rule.path("id").asText());
      }
    }
    Tags.act(task, "vpc", tagsOf(task.id()) + "/action", "create", group.map("tags"));
  }

  private static void describe(Task task, String id, String name, String description) {
    task.put(
        "vpc",
        "/v3/{project}/vpc/security-groups/" + id,
        Body.of("security_group", Body.of("name", name, "description", description)));
  }

  @Override
  public Found read(Reading task) {
    JsonNode group = group(task, task.id());
    JsonNode details = details(task, group);
    Found found =
        Found.of(details)
            .with("enterprise_project_id", group.path("enterprise_project_id"))
            .with("region", task.region())
            .with("rules", SecurityRules.of(details.path("security_group_rules")));
    return Tags.told(found.without("tags"), task, "vpc", tagsOf(task.id()));
  }

  /** The newer view of it; the older one, which lacks its times, where that cannot be had. */
  private static JsonNode details(Reading task, JsonNode group) {
    try {
      return task.get("vpc", "/v3/{project}/vpc/security-groups/" + task.id())
          .path("security_group");
    } catch (ApiFailure unpublished) {
      return group;
    }
  }

  @Override
  public void update(Change task) {
    Values group = task.planned();
    String description = group.text("description");
    task.always(
        () -> describe(task, task.id(), group.text("name"), description == null ? "" : description),
        "name",
        "description");
    Tags.change(task, "vpc", tagsOf(task.id()) + "/action");
  }

  @Override
  public void delete(Deletion task) {
    task.removed(
        "security group " + task.id(),
        () -> {
          group(task, task.id());
          task.delete("vpc", "/v1/{project}/security-groups/" + task.id());
        },
        409);
  }

  private static JsonNode group(Task task, String id) {
    return task.get("vpc", "/v1/{project}/security-groups/" + id).path("security_group");
  }

  private static String tagsOf(String id) {
    return "/v2.0/{project}/security-groups/" + id + "/tags";
  }
}

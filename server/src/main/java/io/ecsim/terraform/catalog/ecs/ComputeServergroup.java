package io.ecsim.terraform.catalog.ecs;

import static io.ecsim.terraform.schema.Attribute.computed;
import static io.ecsim.terraform.schema.Attribute.optional;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.schema.Attribute.required;
import static io.ecsim.terraform.value.Type.STRING;
import static io.ecsim.terraform.value.Type.list;
import static io.ecsim.terraform.value.Type.set;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.client.ApiFailure;
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
import java.util.List;

/** A group of servers. (terraform-huaweicloud 2.2, provider-behaviour 2.2.) */
final class ComputeServergroup implements ResourceType {
  /** Where the groups are. */
  static final String PATH = "/v1/{project}/cloudservers/os-server-groups";

  private static final Schema SCHEMA =
      Schema.of(
          optionalComputed("id", STRING),
          required("name", STRING).forceNew(),
          optionalComputed("members", set(STRING)),
          optional("policies", list(STRING)).forceNew(),
          optionalComputed("region", STRING).forceNew(),
          computed("fault_domains", list(STRING)));

  @Override
  public String name() {
    return "huaweicloud_compute_servergroup";
  }

  @Override
  public List<String> aliases() {
    return List.of("huaweicloud_compute_servergroup_v2");
  }

  @Override
  public String thing() {
    return "server group";
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
            "ecs",
            PATH,
            Body.of(
                "server_group",
                Body.of("name", group.text("name"), "policies", group.texts("policies"))));
    task.made(made.path("server_group").path("id").asText());
    group.texts("members").forEach(server -> act(task, task.id(), "add_member", server));
  }

  @Override
  public Found read(Reading task) {
    JsonNode group = task.get("ecs", PATH + "/" + task.id()).path("server_group");
    return Found.nothing()
        .with("region", task.region())
        .with("name", group.path("name"))
        .with("members", group.path("members"))
        .with("policies", group.path("policies"))
        .with("fault_domains", group.path("fault_domain").path("names"));
  }

  @Override
  public void update(Change task) {
    task.when(() -> members(task), "members");
  }

  private static void members(Change task) {
    List<String> before = task.prior().texts("members");
    List<String> after = task.planned().texts("members");
    before.stream()
        .filter(server -> !after.contains(server) && isThere(task, server))
        .forEach(server -> act(task, task.id(), "remove_member", server));
    after.stream()
        .filter(server -> !before.contains(server))
        .forEach(server -> act(task, task.id(), "add_member", server));
  }

  /** A server that is gone is in no group any more. */
  private static boolean isThere(Task task, String server) {
    try {
      return !Servers.get(task, server).path("status").asText().endsWith("DELETED");
    } catch (ApiFailure failure) {
      return !failure.isNotFound();
    }
  }

  /** While its group changes nothing else is done to a server. */
  private static void act(Task task, String group, String action, String server) {
    task.exclusively(
        server,
        () ->
            task.post(
                "ecs",
                PATH + "/" + group + "/action",
                Body.of(action, Body.of("instance_uuid", server))));
  }

  @Override
  public void delete(Deletion task) {
    task.delete("ecs", PATH + "/" + task.id());
  }
}

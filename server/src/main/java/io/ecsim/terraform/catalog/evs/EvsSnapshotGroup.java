package io.ecsim.terraform.catalog.evs;

import static io.ecsim.terraform.schema.Attribute.computed;
import static io.ecsim.terraform.schema.Attribute.enableForceNew;
import static io.ecsim.terraform.schema.Attribute.optional;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.schema.Attribute.tags;
import static io.ecsim.terraform.value.Type.BOOL;
import static io.ecsim.terraform.value.Type.STRING;
import static io.ecsim.terraform.value.Type.list;

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
import java.util.Map;

/**
 * Snapshots of several disks, made together. As long as another snapshot of one of them is being
 * made, it is tried again. {@code incremental} is never sent. (terraform-huaweicloud 2.4,
 * provider-behaviour 3.2.)
 */
final class EvsSnapshotGroup implements ResourceType {
  private static final String PATH = "/v5/{project}/snapshot-groups";
  private static final String COLLISION = "EVS.2409";
  private static final int BAD_REQUEST = 400;

  private static final Schema SCHEMA =
      Schema.of(
              optionalComputed("id", STRING),
              optional("description", STRING),
              enableForceNew(),
              optionalComputed("enterprise_project_id", STRING).fixed(),
              optional("incremental", BOOL).fixed(),
              optional("instant_access", BOOL).fixed(),
              optionalComputed("name", STRING),
              optionalComputed("region", STRING).forceNew(),
              optionalComputed("server_id", STRING).fixed(),
              tags(),
              optional("volume_ids", list(STRING)).fixed(),
              computed("created_at", STRING),
              computed("status", STRING),
              computed("updated_at", STRING))
          .timeout("create", "10m")
          .timeout("update", "10m")
          .timeout("delete", "5m");

  @Override
  public String name() {
    return "huaweicloud_evs_snapshot_group";
  }

  @Override
  public String thing() {
    return "EVS snapshot group";
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  private static JsonNode get(Task task, String id) {
    return task.get("evs", PATH + "/" + id).path("snapshot_group");
  }

  @Override
  public void create(Creation task) {
    Values group = task.planned();
    Map<String, Object> body =
        Body.of(
            "snapshot_group",
            Body.of(
                "server_id", group.filled("server_id"),
                "volume_ids", Body.unlessEmpty(group.texts("volume_ids")),
                "instant_access", group.isSet("instant_access") ? true : null,
                "name", group.filled("name"),
                "description", group.filled("description"),
                "enterprise_project_id", task.enterpriseProject(group),
                "tags", group.map("tags")));
    JsonNode accepted = task.until("no other snapshot to be made", () -> attempt(task, body));
    task.made(accepted.path("snapshot_group_id").asText());
    task.job("evs", "v2", accepted);
  }

  private static JsonNode attempt(Task task, Map<String, Object> body) {
    try {
      return task.post("evs", PATH, body);
    } catch (ApiFailure failure) {
      if (failure.status() == BAD_REQUEST && failure.code().equals(COLLISION)) {
        return null;
      }
      throw failure;
    }
  }

  @Override
  public Found read(Reading task) {
    return Found.of(get(task, task.id()));
  }

  @Override
  public void update(Change task) {
    Values group = task.planned();
    task.when(
        () ->
            task.put(
                "evs",
                PATH + "/" + task.id(),
                Body.of(
                    "snapshot_group",
                    Body.of(
                        "name",
                        group.text("name"),
                        "description",
                        group.has("description") ? group.text("description") : ""))),
        "name",
        "description");
    Tags.changeAt(task, "evs", PATH + "/" + task.id() + "/tags");
  }

  @Override
  public void delete(Deletion task) {
    task.delete("evs", PATH + "/" + task.id());
    StandardSnapshots.untilGone(task, "snapshot group", () -> get(task, task.id()));
  }
}

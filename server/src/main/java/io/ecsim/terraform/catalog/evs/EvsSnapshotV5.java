package io.ecsim.terraform.catalog.evs;

import static io.ecsim.terraform.schema.Attribute.computed;
import static io.ecsim.terraform.schema.Attribute.enableForceNew;
import static io.ecsim.terraform.schema.Attribute.optional;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.schema.Attribute.required;
import static io.ecsim.terraform.schema.Attribute.tags;
import static io.ecsim.terraform.value.Type.BOOL;
import static io.ecsim.terraform.value.Type.NUMBER;
import static io.ecsim.terraform.value.Type.STRING;
import static io.ecsim.terraform.value.Type.list;

import com.fasterxml.jackson.databind.JsonNode;
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

/**
 * A standard snapshot of a disk. That another one of the same disk is being made stops it: the
 * vendor's provider means to try again, but does not. (terraform-huaweicloud 2.4,
 * provider-behaviour 3.2.)
 */
final class EvsSnapshotV5 implements ResourceType {
  private static final String PATH = "/v5/{project}/snapshots";

  private static final Schema SCHEMA =
      Schema.of(
              optionalComputed("id", STRING),
              required("volume_id", STRING).fixed(),
              optionalComputed("description", STRING),
              enableForceNew(),
              optionalComputed("enterprise_project_id", STRING).fixed(),
              optional("incremental", BOOL).byDefault(true).fixed(),
              optionalComputed("instant_access", BOOL),
              optionalComputed("name", STRING),
              optionalComputed("region", STRING).forceNew(),
              tags(),
              computed("availability_zone", STRING),
              computed("category", STRING),
              computed("cmk_id", STRING),
              computed("created_at", STRING),
              computed("encrypt_algorithm", STRING),
              computed("encrypted", BOOL),
              computed("instant_access_retention_at", STRING),
              computed("progress", STRING),
              computed("retention_at", STRING),
              computed("size", NUMBER),
              computed("snapshot_chains", list(StandardSnapshots.CHAIN)),
              computed("snapshot_group_id", STRING),
              computed("snapshot_type", STRING),
              computed("status", STRING),
              computed("updated_at", STRING))
          .timeout("create", "10m")
          .timeout("delete", "3m");

  @Override
  public String name() {
    return "huaweicloud_evsv5_snapshot";
  }

  @Override
  public String thing() {
    return "EVS v5 snapshot";
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  private static JsonNode get(Task task, String id) {
    return task.get("evs", PATH + "/" + id).path("snapshot");
  }

  @Override
  public void create(Creation task) {
    Values snapshot = task.planned();
    JsonNode accepted =
        task.post(
            "evs",
            PATH,
            Body.of(
                "snapshot",
                Body.of(
                    "volume_id", snapshot.filled("volume_id"),
                    "name", snapshot.filled("name"),
                    "description", snapshot.filled("description"),
                    "enterprise_project_id", task.enterpriseProject(snapshot),
                    "tags", snapshot.map("tags"),
                    "instant_access", snapshot.isSet("instant_access") ? true : null,
                    "incremental", snapshot.isSet("incremental") ? null : false)));
    task.made(accepted.path("snapshot_id").asText());
    task.job("evs", "v2", accepted);
  }

  @Override
  public Found read(Reading task) {
    return Found.of(get(task, task.id()));
  }

  @Override
  public void update(Change task) {
    Values snapshot = task.planned();
    task.when(
        () ->
            task.put(
                "evs",
                PATH + "/" + task.id(),
                Body.of(
                    "snapshot",
                    Body.of(
                        "name", snapshot.text("name"),
                        "description", snapshot.text("description"),
                        "instant_access", snapshot.isSet("instant_access")))),
        "name",
        "description",
        "instant_access");
    Tags.changeAt(task, "evs", PATH + "/" + task.id() + "/tags");
  }

  @Override
  public void delete(Deletion task) {
    task.delete("evs", PATH + "/" + task.id());
    StandardSnapshots.untilGone(task, "snapshot", () -> get(task, task.id()));
  }
}

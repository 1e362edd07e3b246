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
import static io.ecsim.terraform.value.Type.map;

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
import java.util.Map;

/**
 * A disk, made through the native API: no job, no charging. (terraform-huaweicloud 2.4,
 * provider-behaviour 3.2.)
 */
final class EvsVolumeNative implements ResourceType {
  private static final String PATH = "/v3/{project}/volumes";

  private static final Schema SCHEMA =
      Schema.of(
              optionalComputed("id", STRING),
              required("volume_type", STRING).fixed(),
              optionalComputed("availability_zone", STRING).fixed(),
              optional("cascade", BOOL),
              optional("dedicated_storage_id", STRING).fixed(),
              optional("description", STRING),
              optional("disaster_recovery_azs", list(STRING)).fixed(),
              enableForceNew(),
              optionalComputed("image_id", STRING).fixed(),
              optionalComputed("iops", NUMBER).fixed(),
              optionalComputed("metadata", map(STRING)),
              optionalComputed("multiattach", BOOL).fixed(),
              optionalComputed("name", STRING),
              optionalComputed("region", STRING).forceNew(),
              optionalComputed("size", NUMBER),
              optionalComputed("snapshot_id", STRING).fixed(),
              tags(),
              optionalComputed("throughput", NUMBER).fixed(),
              computed("attachments", VolumeParts.ATTACHMENTS),
              computed("bootable", STRING),
              computed("created_at", STRING),
              computed("iops_attribute", VolumeParts.PERFORMANCE),
              computed("links", VolumeParts.LINKS),
              computed("snapshot_policy_id", STRING),
              computed("status", STRING),
              computed("throughput_attribute", VolumeParts.PERFORMANCE),
              computed("updated_at", STRING).changesOnUpdate(),
              computed("volume_image_metadata", map(STRING)))
          .timeout("create", "10m")
          .timeout("update", "10m")
          .timeout("delete", "3m");

  @Override
  public String name() {
    return "huaweicloud_evsv3_volume";
  }

  @Override
  public String thing() {
    return "EVS v3 volume";
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  private static JsonNode get(Task task, String id) {
    return task.get("evs", PATH + "/" + id).path("volume");
  }

  private static String tagsOf(String id) {
    return "/v2/{project}/cloudvolumes/" + id + "/tags";
  }

  @Override
  public void create(Creation task) {
    Values volume = task.planned();
    JsonNode accepted =
        task.post(
            "evs",
            PATH,
            Body.of(
                "volume", body(volume),
                "OS-SCH-HNT:scheduler_hints",
                    Body.of("dedicated_storage_id", volume.filled("dedicated_storage_id"))));
    task.made(accepted.path("volume").path("id").asText());
    Volumes.settled(task, task.id(), () -> get(task, task.id()));
    Tags.act(task, "evs", tagsOf(task.id()) + "/action", "create", volume.map("tags"));
  }

  private static Map<String, Object> body(Values volume) {
    return Body.of(
        "volume_type", volume.text("volume_type"),
        "availability_zone", volume.filled("availability_zone"),
        "disaster_recovery_azs", Body.unlessEmpty(volume.texts("disaster_recovery_azs")),
        "description", volume.filled("description"),
        "image_id", volume.filled("image_id"),
        "metadata", volume.map("metadata"),
        "multiattach", volume.isSet("multiattach"),
        "name", volume.filled("name"),
        "size", volume.number("size"),
        "snapshot_id", volume.filled("snapshot_id"),
        "iops", volume.number("iops"),
        "throughput", volume.number("throughput"));
  }

  @Override
  public Found read(Reading task) {
    JsonNode volume = get(task, task.id());
    Found found =
        Found.of(volume)
            .with("region", task.region())
            .with("image_id", volume.path("volume_image_metadata").path("image_id"))
            .with("iops", volume.path("iops").path("total_val"))
            .with("throughput", volume.path("throughput").path("total_val"))
            .with("iops_attribute", volume.path("iops"))
            .with("throughput_attribute", volume.path("throughput"));
    return Tags.told(found, task, "evs", tagsOf(task.id()));
  }

  @Override
  public void update(Change task) {
    Values volume = task.planned();
    task.when(
        () ->
            task.put(
                "evs",
                PATH + "/" + task.id(),
                Body.of(
                    "volume",
                    Body.of(
                        "name", volume.filled("name"),
                        "description", volume.has("description") ? volume.text("description") : "",
                        "metadata", volume.map("metadata")))),
        "name",
        "description",
        "metadata");
    Tags.change(task, "evs", tagsOf(task.id()) + "/action");
    task.when(
        () -> {
          task.post(
              "evs",
              PATH + "/" + task.id() + "/action",
              Body.of("os-extend", Body.of("new_size", volume.number("size"))));
          Volumes.settled(task, task.id(), () -> get(task, task.id()));
        },
        "size");
  }

  @Override
  public void delete(Deletion task) {
    Volumes.detach(task, get(task, task.id()));
    String cascade = task.prior().isSet("cascade") ? "?cascade=true" : "";
    task.delete("evs", PATH + "/" + task.id() + cascade);
    task.untilGone("volume " + task.id(), () -> get(task, task.id()));
  }
}

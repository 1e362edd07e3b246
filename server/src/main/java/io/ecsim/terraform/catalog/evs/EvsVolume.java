package io.ecsim.terraform.catalog.evs;

import static io.ecsim.terraform.schema.Attribute.computed;
import static io.ecsim.terraform.schema.Attribute.optional;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.schema.Attribute.required;
import static io.ecsim.terraform.schema.Attribute.tags;
import static io.ecsim.terraform.value.Type.BOOL;
import static io.ecsim.terraform.value.Type.NUMBER;
import static io.ecsim.terraform.value.Type.STRING;
import static io.ecsim.terraform.value.Type.list;
import static io.ecsim.terraform.value.Type.map;
import static io.ecsim.terraform.value.Type.object;
import static io.ecsim.terraform.value.Type.set;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.resource.Billing;
import io.ecsim.terraform.resource.Body;
import io.ecsim.terraform.resource.Change;
import io.ecsim.terraform.resource.Creation;
import io.ecsim.terraform.resource.Deletion;
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
import java.util.Map;

/** A disk. (terraform-huaweicloud 2.4, provider-behaviour 3.1.) */
final class EvsVolume implements ResourceType {
  private static final Schema SCHEMA =
      Schema.of(
              optionalComputed("id", STRING),
              required("availability_zone", STRING).forceNew(),
              required("volume_type", STRING),
              optional("auto_pay", STRING).forceNew().deprecated().oneOf("true", "false"),
              optional("auto_renew", STRING).oneOf("true", "false"),
              optional("backup_id", STRING).forceNew(),
              optional("cascade", BOOL).byDefault(false),
              optionalComputed("charging_mode", STRING).forceNew().oneOf("prePaid", "postPaid"),
              optional("dedicated_storage_id", STRING).forceNew(),
              optional("description", STRING),
              optional("device_type", STRING)
                  .forceNew()
                  .byDefault("VBD")
                  .check(Check.oneOfIgnoringCase("VBD", "SCSI")),
              optionalComputed("enterprise_project_id", STRING).forceNew(),
              optional("image_id", STRING).forceNew(),
              optionalComputed("iops", NUMBER),
              optional("kms_id", STRING).forceNew(),
              optional("multiattach", BOOL).forceNew().byDefault(false),
              optional("name", STRING),
              optional("period", NUMBER)
                  .forceNew()
                  .check(Check.between(1, 9))
                  .requires("period_unit"),
              optional("period_unit", STRING).forceNew().oneOf("month", "year").requires("period"),
              optionalComputed("region", STRING).forceNew(),
              optional("server_id", STRING).forceNew(),
              optionalComputed("size", NUMBER).atLeastOneOf("size", "backup_id"),
              optional("snapshot_id", STRING).forceNew(),
              tags(),
              optionalComputed("throughput", NUMBER),
              computed("all_metadata", map(STRING)),
              computed("all_volume_image_metadata", map(STRING)),
              computed(
                  "attachment",
                  set(
                      object(
                          "attached_at",
                          STRING,
                          "attached_volume_id",
                          STRING,
                          "device",
                          STRING,
                          "host_name",
                          STRING,
                          "id",
                          STRING,
                          "instance_id",
                          STRING,
                          "volume_id",
                          STRING))),
              computed("bootable", STRING),
              computed("created_at", STRING),
              computed("dedicated_storage_name", STRING),
              computed(
                  "iops_attribute",
                  list(object("frozened", BOOL, "id", STRING, "total_val", NUMBER))),
              computed("links", list(object("href", STRING, "rel", STRING))),
              computed("serial_number", STRING),
              computed("service_type", STRING),
              computed("status", STRING),
              computed(
                  "throughput_attribute",
                  list(object("frozened", BOOL, "id", STRING, "total_val", NUMBER))),
              computed("updated_at", STRING).changesOnUpdate(),
              computed("wwn", STRING))
          .timeout("create", "10m")
          .timeout("update", "3h")
          .timeout("delete", "3m");

  @Override
  public String name() {
    return "huaweicloud_evs_volume";
  }

  @Override
  public String thing() {
    return "EVS volume";
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public void create(Creation task) {
    Values volume = task.planned();
    JsonNode accepted =
        task.post(
            "evs",
            "/v2.1/{project}/cloudvolumes",
            Body.of(
                "volume", body(task, volume),
                "server_id", volume.filled("server_id"),
                "bssParam", Billing.of(volume),
                "OS-SCH-HNT:scheduler_hints",
                    Body.of("dedicated_storage_id", volume.filled("dedicated_storage_id"))));
    task.made(accepted.path("volume_ids").path(0).asText());
    Billing.delivered(task, accepted);
    task.job("evs", accepted);
    Volumes.settled(task, task.id());
  }

  private static Map<String, Object> body(Task task, Values volume) {
    boolean encrypted = volume.filled("kms_id") != null;
    boolean scsi = "SCSI".equals(volume.text("device_type"));
    return Body.of(
        "availability_zone", volume.text("availability_zone"),
        "volume_type", volume.text("volume_type"),
        "size", volume.number("size"),
        "name", volume.text("name"),
        "description", volume.text("description"),
        "imageRef", volume.filled("image_id"),
        "snapshot_id", volume.filled("snapshot_id"),
        "backup_id", volume.filled("backup_id"),
        "multiattach", volume.flag("multiattach"),
        "iops", volume.number("iops"),
        "throughput", volume.number("throughput"),
        "enterprise_project_id", task.enterpriseProject(volume),
        "tags", volume.map("tags"),
        "metadata",
            Body.of(
                // Without it the answer names the job alone.
                "create_for_volume_id",
                "true",
                "__system__encrypted",
                encrypted ? "1" : null,
                "__system__cmkid",
                volume.filled("kms_id"),
                "hw:passthrough",
                scsi ? "true" : null));
  }

  @Override
  public Found read(Reading task) {
    JsonNode volume = Volumes.get(task, task.id());
    JsonNode metadata = volume.path("metadata");
    Found found =
        Found.of(volume)
            .without("kms_id", "backup_id", "server_id", "charging_mode", "cascade")
            .with("region", task.region())
            .with("image_id", volume.path("volume_image_metadata").path("image_id"))
            .with("device_type", metadata.path("hw:passthrough").asBoolean() ? "SCSI" : "VBD")
            .with("iops", volume.path("iops").path("total_val").asInt())
            .with("throughput", volume.path("throughput").path("total_val").asInt())
            .with("iops_attribute", volume.path("iops"))
            .with("throughput_attribute", volume.path("throughput"))
            .with("all_metadata", metadata)
            .with("all_volume_image_metadata", volume.path("volume_image_metadata"))
            .with("attachment", attachments(volume.path("attachments")));
    if (!metadata.path("orderID").asText().isEmpty()) {
      found.with("charging_mode", "prePaid");
    }
    return found;
  }

  private static List<Map<String, Object>> attachments(JsonNode attachments) {
    List<Map<String, Object>> found = new ArrayList<>();
    attachments.forEach(
        attachment ->
            found.add(
                Body.of(
                    "id", attachment.path("attachment_id"),
                    "attached_at", attachment.path("attached_at"),
                    "attached_volume_id", attachment.path("id"),
                    "volume_id", attachment.path("volume_id"),
                    "instance_id", attachment.path("server_id"),
                    "host_name", attachment.path("host_name"),
                    "device", attachment.path("device"))));
    return found;
  }

  @Override
  public void update(Change task) {
    String path = "/v2/{project}/cloudvolumes/" + task.id();
    Values volume = task.planned();
    task.when(
        () ->
            task.put(
                "evs",
                path,
                Body.of(
                    "volume",
                    Body.of(
                        "name",
                        volume.filled("name"),
                        "description",
                        volume.text("description") == null ? "" : volume.text("description")))),
        "name",
        "description");
    Tags.change(task, "evs", path + "/tags/action");
    task.when(() -> Volumes.extend(task, task.id(), volume.number("size"), volume), "size");
    task.when(() -> retype(task), "volume_type");
    task.when(() -> perform(task), "iops", "throughput");
    task.when(
        () -> Billing.renew(task, task.id(), "true".equals(volume.text("auto_renew"))),
        "auto_renew");
  }

  private static void retype(Change task) {
    Values volume = task.planned();
    boolean tuned = volume.text("volume_type").equals("GPSSD2");
    boolean counted = tuned || volume.text("volume_type").equals("ESSD2");
    JsonNode accepted =
        task.post(
            "evs",
            "/v2/{project}/volumes/" + task.id() + "/retype",
            Body.of(
                "os-retype",
                Body.of(
                    "new_type", volume.text("volume_type"),
                    "iops", counted ? volume.number("iops") : null,
                    "throughput", tuned ? volume.number("throughput") : null),
                "bssParam",
                Billing.ofChange(volume)));
    Billing.paid(task, accepted);
    task.job("evs", accepted);
    Volumes.settled(task, task.id());
  }

  private static void perform(Change task) {
    Values volume = task.planned();
    JsonNode accepted =
        task.put(
            "evs",
            "/v5/{project}/cloudvolumes/" + task.id() + "/qos",
            Body.of(
                "qos_modify",
                Body.of("iops", volume.number("iops"), "throughput", volume.number("throughput"))));
    task.job("evs", accepted);
    Volumes.settled(task, task.id());
  }

  @Override
  public void delete(Deletion task) {
    Volumes.detach(task, Volumes.get(task, task.id()));
    if (Billing.isPrepaid(task.prior())) {
      Billing.unsubscribe(task, task.id());
    } else {
      remove(task);
    }
    task.untilGone("volume " + task.id(), () -> Volumes.get(task, task.id()));
  }

  private static void remove(Deletion task) {
    String cascade = task.prior().isSet("cascade") ? "?cascade=true" : "";
    JsonNode accepted = task.delete("evs", "/v2/{project}/cloudvolumes/" + task.id() + cascade);
    task.job("evs", accepted);
  }
}

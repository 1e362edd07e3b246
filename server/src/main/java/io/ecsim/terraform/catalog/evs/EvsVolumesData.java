package io.ecsim.terraform.catalog.evs;

import static io.ecsim.terraform.schema.Attribute.computed;
import static io.ecsim.terraform.schema.Attribute.optional;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.value.Type.BOOL;
import static io.ecsim.terraform.value.Type.NUMBER;
import static io.ecsim.terraform.value.Type.STRING;
import static io.ecsim.terraform.value.Type.list;
import static io.ecsim.terraform.value.Type.map;
import static io.ecsim.terraform.value.Type.object;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.resource.Body;
import io.ecsim.terraform.resource.DataSource;
import io.ecsim.terraform.resource.Found;
import io.ecsim.terraform.resource.ListId;
import io.ecsim.terraform.resource.Query;
import io.ecsim.terraform.resource.Tags;
import io.ecsim.terraform.resource.Url;
import io.ecsim.terraform.schema.Schema;
import io.ecsim.terraform.value.Type;
import io.ecsim.terraform.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Disks. (terraform-huaweicloud 2.5, provider-behaviour 5.) */
final class EvsVolumesData implements DataSource {
  private static final Type PERFORMANCE =
      list(object("frozened", BOOL, "id", STRING, "total_val", NUMBER));

  private static final Type ATTACHMENTS =
      list(
          object(
              "attached_at",
              STRING,
              "attached_mode",
              STRING,
              "attached_volume_id",
              STRING,
              "device_name",
              STRING,
              "host_name",
              STRING,
              "id",
              STRING,
              "server_id",
              STRING,
              "volume_id",
              STRING));

  private static final Type VOLUMES =
      list(
          object(
              "attachments",
              ATTACHMENTS,
              "availability_zone",
              STRING,
              "bootable",
              BOOL,
              "create_at",
              STRING,
              "dedicated_storage_id",
              STRING,
              "dedicated_storage_name",
              STRING,
              "description",
              STRING,
              "enterprise_project_id",
              STRING,
              "id",
              STRING,
              "iops",
              NUMBER,
              "iops_attribute",
              PERFORMANCE,
              "links",
              list(object("href", STRING, "rel", STRING)),
              "metadata",
              map(STRING),
              "name",
              STRING,
              "serial_number",
              STRING,
              "service_type",
              STRING,
              "shareable",
              BOOL,
              "size",
              NUMBER,
              "snapshot_id",
              STRING,
              "status",
              STRING,
              "tags",
              map(STRING),
              "throughput",
              NUMBER,
              "throughput_attribute",
              PERFORMANCE,
              "update_at",
              STRING,
              "volume_image_metadata",
              map(STRING),
              "volume_type",
              STRING,
              "wwn",
              STRING));

  private static final Schema SCHEMA =
      Schema.of(
          optionalComputed("id", STRING),
          optional("availability_zone", STRING),
          optional("dedicated_storage_id", STRING),
          optional("dedicated_storage_name", STRING),
          optional("enterprise_project_id", STRING),
          optional("ids", STRING),
          optional("metadata", STRING),
          optional("name", STRING),
          optional("region", STRING),
          optional("server_id", STRING),
          optional("service_type", STRING),
          optional("shareable", BOOL),
          optional("sort_dir", STRING),
          optional("sort_key", STRING),
          optional("status", STRING),
          optional("tags", map(STRING)),
          optional("volume_id", STRING),
          optional("volume_type_id", STRING),
          computed("volumes", VOLUMES));

  /** Arguments that are the cloud's own filters, under the same names. */
  private static final String[] FILTERS = {
    "availability_zone",
    "dedicated_storage_id",
    "dedicated_storage_name",
    "ids",
    "metadata",
    "name",
    "server_id",
    "service_type",
    "sort_dir",
    "sort_key",
    "status",
    "volume_type_id"
  };

  @Override
  public String name() {
    return "huaweicloud_evs_volumes";
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public Found read(Query query) {
    Map<String, String> tags = query.config().map("tags");
    List<JsonNode> volumes = asked(query);
    volumes.removeIf(
        volume -> !Tags.read(volume.path("tags")).entrySet().containsAll(tags.entrySet()));
    return Found.nothing()
        .with("id", ListId.of(volumes.stream().map(v -> v.path("id").asText()).toList()))
        .with("volumes", volumes.stream().map(EvsVolumesData::shown).toList());
  }

  private static List<JsonNode> asked(Query query) {
    Values config = query.config();
    String project = query.enterpriseProject(config);
    String url =
        Url.of(
            "/v2/{project}/cloudvolumes/detail",
            "id",
            config.text("volume_id"),
            "multiattach",
            config.isSet("shareable") ? true : null,
            "enterprise_project_id",
            project == null ? "all_granted_eps" : project);
    return query.pages("evs", query.filtered(url, FILTERS), "volumes");
  }

  private static Map<String, Object> shown(JsonNode volume) {
    Map<String, Object> shown =
        Body.of(
            "attachments", attachments(volume),
            "bootable", volume.path("bootable").asBoolean(),
            "create_at", volume.path("created_at"),
            "update_at", volume.path("updated_at"),
            "shareable", volume.path("multiattach"),
            "iops", volume.path("iops").path("total_val"),
            "iops_attribute", volume.path("iops"),
            "throughput", volume.path("throughput").path("total_val"),
            "throughput_attribute", volume.path("throughput"));
    shown.put("tags", Tags.read(volume.path("tags")));
    for (String same :
        List.of(
            "id",
            "availability_zone",
            "dedicated_storage_id",
            "dedicated_storage_name",
            "description",
            "enterprise_project_id",
            "links",
            "metadata",
            "name",
            "serial_number",
            "service_type",
            "size",
            "snapshot_id",
            "status",
            "volume_image_metadata",
            "volume_type",
            "wwn")) {
      shown.put(same, volume.path(same));
    }
    return shown;
  }

  private static List<Map<String, Object>> attachments(JsonNode volume) {
    List<Map<String, Object>> attachments = new ArrayList<>();
    for (JsonNode attachment : volume.path("attachments")) {
      attachments.add(
          Body.of(
              "id", attachment.path("attachment_id"),
              "attached_at", attachment.path("attached_at"),
              "attached_mode", volume.path("metadata").path("attached_mode"),
              "attached_volume_id", attachment.path("id"),
              "device_name", attachment.path("device"),
              "host_name", attachment.path("host_name"),
              "server_id", attachment.path("server_id"),
              "volume_id", attachment.path("volume_id")));
    }
    return attachments;
  }
}

package io.ecsim.terraform.catalog.evs;

import static io.ecsim.terraform.schema.Attribute.computed;
import static io.ecsim.terraform.schema.Attribute.optional;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.schema.Attribute.required;
import static io.ecsim.terraform.schema.NestedBlock.blocks;
import static io.ecsim.terraform.value.Type.BOOL;
import static io.ecsim.terraform.value.Type.NUMBER;
import static io.ecsim.terraform.value.Type.STRING;
import static io.ecsim.terraform.value.Type.list;
import static io.ecsim.terraform.value.Type.map;
import static io.ecsim.terraform.value.Type.texts;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.resource.Body;
import io.ecsim.terraform.resource.DataSource;
import io.ecsim.terraform.resource.Found;
import io.ecsim.terraform.resource.ListId;
import io.ecsim.terraform.resource.Query;
import io.ecsim.terraform.schema.Schema;
import io.ecsim.terraform.value.Type;
import io.ecsim.terraform.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Disks that have these tags. (terraform-huaweicloud 2.5.) */
final class EvsVolumesByTagsData implements DataSource {
  private static final Type DETAIL =
      list(
          texts(
                  "availability_zone",
                  "bootable",
                  "created_at",
                  "dedicated_storage_id",
                  "dedicated_storage_name",
                  "description",
                  "enterprise_project_id",
                  "id",
                  "name",
                  "os_vol_tenant_attr_tenant_id",
                  "service_type",
                  "snapshot_id",
                  "status",
                  "updated_at",
                  "volume_type",
                  "wwn")
              .and("attachments", VolumeParts.ATTACHMENTS)
              .and("links", VolumeParts.LINKS)
              .and("metadata", map(STRING))
              .and("multiattach", BOOL)
              .and("size", NUMBER)
              .and("tags", map(STRING))
              .and("volume_image_metadata", map(STRING)));

  private static final Schema SCHEMA =
      Schema.of(
          optionalComputed("id", STRING),
          required("action", STRING),
          blocks("tags", 1, 0, required("key", STRING), required("values", list(STRING))),
          blocks("matches", 0, 0, optional("key", STRING), optional("value", STRING)),
          optionalComputed("region", STRING),
          computed(
              "resources",
              list(
                  texts("resource_id", "resource_name")
                      .and("resource_detail", DETAIL)
                      .and("tags", list(texts("key", "value"))))),
          computed("total_count", NUMBER));

  @Override
  public String name() {
    return "huaweicloud_evs_volumes_by_tags";
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public Found read(Query query) {
    List<Map<String, Object>> found = new ArrayList<>();
    JsonNode page = ask(query, 0);
    while (!page.path("resources").isEmpty()) {
      page.path("resources").forEach(resource -> found.add(shown(resource)));
      page = ask(query, found.size());
    }
    return Found.nothing()
        .with("id", ListId.uuid(found))
        .with("region", query.region())
        .with("total_count", page.path("total_count"))
        .with("resources", found);
  }

  private static JsonNode ask(Query query, int offset) {
    Values config = query.config();
    String action = config.text("action");
    List<Map<String, Object>> tags = new ArrayList<>();
    config
        .blocks("tags")
        .forEach(tag -> tags.add(Body.of("key", tag.text("key"), "values", tag.texts("values"))));
    List<Map<String, Object>> matches = new ArrayList<>();
    config
        .blocks("matches")
        .forEach(m -> matches.add(Body.of("key", m.text("key"), "value", m.text("value"))));
    return query.post(
        "evs",
        "/v2/{project}/cloudvolumes/resource_instances/action",
        Body.of(
            "action",
            action,
            "tags",
            tags,
            "matches",
            Body.unlessEmpty(matches),
            "offset",
            action.equals("filter") ? offset : null));
  }

  private static Map<String, Object> shown(JsonNode resource) {
    JsonNode detail = resource.path("resource_detail");
    Map<String, Object> volume = new LinkedHashMap<>();
    detail.properties().forEach(member -> volume.put(member.getKey(), member.getValue()));
    volume.put("os_vol_tenant_attr_tenant_id", detail.path("os-vol-tenant-attr:tenant_id"));
    return Body.of(
        "resource_id", resource.path("resource_id"),
        "resource_name", resource.path("resource_name"),
        "tags", resource.path("tags"),
        "resource_detail", volume);
  }
}

package io.ecsim.terraform.catalog.evs;

import static io.ecsim.terraform.schema.Attribute.computed;
import static io.ecsim.terraform.schema.Attribute.optional;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.value.Type.NUMBER;
import static io.ecsim.terraform.value.Type.STRING;
import static io.ecsim.terraform.value.Type.list;
import static io.ecsim.terraform.value.Type.map;
import static io.ecsim.terraform.value.Type.texts;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.resource.DataSource;
import io.ecsim.terraform.resource.Found;
import io.ecsim.terraform.resource.ListId;
import io.ecsim.terraform.resource.Query;
import io.ecsim.terraform.resource.Url;
import io.ecsim.terraform.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Snapshots, from EVS's own API. (terraform-huaweicloud 2.5.) */
final class EvsSnapshotsData implements DataSource {
  private static final Schema SCHEMA =
      Schema.of(
          optionalComputed("id", STRING),
          optional("availability_zone", STRING),
          optional("dedicated_storage_id", STRING),
          optional("dedicated_storage_name", STRING),
          optional("enterprise_project_id", STRING),
          optional("name", STRING),
          optionalComputed("region", STRING),
          optional("service_type", STRING),
          optional("snapshot_id", STRING),
          optional("status", STRING),
          optional("volume_id", STRING),
          computed(
              "snapshots",
              list(
                  texts(
                          "created_at",
                          "dedicated_storage_id",
                          "dedicated_storage_name",
                          "description",
                          "id",
                          "name",
                          "progress",
                          "service_type",
                          "status",
                          "updated_at",
                          "volume_id")
                      .and("metadata", map(STRING))
                      .and("size", NUMBER))));

  @Override
  public String name() {
    return "huaweicloud_evs_snapshots";
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public Found read(Query query) {
    String project = query.enterpriseProject(query.config());
    String url =
        Url.of(
            "/v2/{project}/cloudsnapshots/detail",
            "enterprise_project_id",
            project == null ? "all_granted_eps" : project,
            "id",
            query.config().text("snapshot_id"));
    String filtered =
        query.filtered(
            url,
            "name",
            "status",
            "volume_id",
            "availability_zone",
            "dedicated_storage_id",
            "dedicated_storage_name",
            "service_type");
    List<Map<String, Object>> snapshots = new ArrayList<>();
    query.pages("evs", filtered, "snapshots").forEach(snapshot -> snapshots.add(shown(snapshot)));
    return Found.nothing()
        .with("id", ListId.uuid(snapshots))
        .with("region", query.region())
        .with("snapshots", snapshots);
  }

  private static Map<String, Object> shown(JsonNode snapshot) {
    Map<String, Object> shown = new LinkedHashMap<>();
    snapshot.properties().forEach(member -> shown.put(member.getKey(), member.getValue()));
    shown.put("progress", snapshot.path("os-extended-snapshot-attributes:progress"));
    return shown;
  }
}

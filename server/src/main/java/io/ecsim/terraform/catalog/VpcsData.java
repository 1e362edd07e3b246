package io.ecsim.terraform.catalog;

import static io.ecsim.terraform.schema.Attribute.computed;
import static io.ecsim.terraform.schema.Attribute.optional;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.value.Type.STRING;
import static io.ecsim.terraform.value.Type.list;
import static io.ecsim.terraform.value.Type.map;
import static io.ecsim.terraform.value.Type.object;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.client.ApiFailure;
import io.ecsim.terraform.resource.Body;
import io.ecsim.terraform.resource.DataSource;
import io.ecsim.terraform.resource.Found;
import io.ecsim.terraform.resource.ListId;
import io.ecsim.terraform.resource.Query;
import io.ecsim.terraform.resource.Tags;
import io.ecsim.terraform.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Private networks. (provider-behaviour 5.) */
final class VpcsData implements DataSource {
  private static final Schema SCHEMA =
      Schema.of(
          optional("cidr", STRING),
          optional("enterprise_project_id", STRING),
          optionalComputed("id", STRING),
          optional("name", STRING),
          optionalComputed("region", STRING),
          optional("status", STRING),
          optional("tags", map(STRING)),
          computed(
              "vpcs",
              list(
                  object(
                      "cidr",
                      STRING,
                      "description",
                      STRING,
                      "enterprise_project_id",
                      STRING,
                      "id",
                      STRING,
                      "name",
                      STRING,
                      "secondary_cidrs",
                      list(STRING),
                      "status",
                      STRING,
                      "tags",
                      map(STRING)))));

  @Override
  public String name() {
    return "huaweicloud_vpcs";
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public Found read(Query query) {
    List<Map<String, Object>> vpcs = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    for (JsonNode vpc : Networks.vpcs(query)) {
      String id = vpc.path("id").asText();
      Map<String, String> tags = tags(query, id);
      if (tags == null || tags.entrySet().containsAll(query.config().map("tags").entrySet())) {
        ids.add(id);
        vpcs.add(
            Body.of(
                "id", id,
                "name", vpc.path("name"),
                "cidr", vpc.path("cidr"),
                "enterprise_project_id", vpc.path("enterprise_project_id"),
                "status", vpc.path("status"),
                "description", vpc.path("description"),
                "secondary_cidrs", Networks.secondaryBlocks(query, id),
                "tags", tags));
      }
    }
    return Found.nothing()
        .with("id", ListId.of(ids))
        .with("region", query.region())
        .with("vpcs", vpcs);
  }

  /** Null for who may not see them; then they do not decide. */
  private static Map<String, String> tags(Query query, String id) {
    try {
      return Tags.read(query.get("vpc", "/v2.0/{project}/vpcs/" + id + "/tags").path("tags"));
    } catch (ApiFailure failure) {
      if (failure.status() == 403) {
        return null;
      }
      throw failure;
    }
  }
}

package io.ecsim.terraform.catalog;

import static io.ecsim.terraform.schema.Attribute.computed;
import static io.ecsim.terraform.schema.Attribute.optional;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.value.Type.STRING;
import static io.ecsim.terraform.value.Type.list;
import static io.ecsim.terraform.value.Type.object;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.resource.DataSource;
import io.ecsim.terraform.resource.Found;
import io.ecsim.terraform.resource.ListId;
import io.ecsim.terraform.resource.Query;
import io.ecsim.terraform.resource.Url;
import io.ecsim.terraform.schema.Schema;
import java.util.List;

/** Security groups. (provider-behaviour 5.) */
final class NetworkingSecgroupsData implements DataSource {
  private static final Schema SCHEMA =
      Schema.of(
          optional("description", STRING),
          optional("enterprise_project_id", STRING),
          optionalComputed("id", STRING),
          optional("name", STRING),
          optionalComputed("region", STRING),
          computed(
              "security_groups",
              list(
                  object(
                      "created_at",
                      STRING,
                      "description",
                      STRING,
                      "enterprise_project_id",
                      STRING,
                      "id",
                      STRING,
                      "name",
                      STRING,
                      "updated_at",
                      STRING))));

  @Override
  public String name() {
    return "huaweicloud_networking_secgroups";
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public Found read(Query query) {
    String part = query.config().text("description");
    List<JsonNode> groups =
        groups(query, query.config().text("id"), query.config().text("name")).stream()
            .filter(group -> part == null || group.path("description").asText().contains(part))
            .toList();
    List<String> ids = groups.stream().map(group -> group.path("id").asText()).toList();
    return Found.nothing()
        .with("id", ListId.of(ids))
        .with("region", query.region())
        .with("security_groups", groups);
  }

  /** The groups of this id and this name; null is any. */
  static List<JsonNode> groups(Query query, String id, String name) {
    String path =
        Url.of(
            "/v3/{project}/vpc/security-groups",
            "id",
            id,
            "name",
            name,
            "enterprise_project_id",
            Networks.enterpriseProject(query));
    return Networks.pages(query, "vpc", path, "security_groups");
  }
}

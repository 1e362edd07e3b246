package io.ecsim.terraform.catalog.ecs;

import static io.ecsim.terraform.schema.Attribute.computed;
import static io.ecsim.terraform.schema.Attribute.optional;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.value.Type.STRING;
import static io.ecsim.terraform.value.Type.list;
import static io.ecsim.terraform.value.Type.texts;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.resource.DataSource;
import io.ecsim.terraform.resource.Found;
import io.ecsim.terraform.resource.ListId;
import io.ecsim.terraform.resource.Query;
import io.ecsim.terraform.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/** Groups of servers, by name. (provider-behaviour 5.) */
final class ComputeServergroupsData implements DataSource {
  private static final Schema SCHEMA =
      Schema.of(
          optionalComputed("id", STRING),
          optional("name", STRING),
          optional("region", STRING),
          computed(
              "servergroups",
              list(
                  texts("id", "name").and("members", list(STRING)).and("policies", list(STRING)))));

  @Override
  public String name() {
    return "huaweicloud_compute_servergroups";
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public Found read(Query query) {
    String name = query.config().filled("name");
    List<JsonNode> groups = new ArrayList<>();
    query
        .get("ecs", ComputeServergroup.PATH)
        .path("server_groups")
        .forEach(
            group -> {
              if (name == null || name.equals(group.path("name").asText())) {
                groups.add(group);
              }
            });
    return Found.nothing()
        .with("id", ListId.of(groups.stream().map(group -> group.path("id").asText()).toList()))
        .with("servergroups", groups);
  }
}

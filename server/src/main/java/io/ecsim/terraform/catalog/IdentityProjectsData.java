package io.ecsim.terraform.catalog;

import static io.ecsim.terraform.schema.Attribute.computed;
import static io.ecsim.terraform.schema.Attribute.optional;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.value.Type.BOOL;
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
import java.util.ArrayList;
import java.util.List;

/** Projects, by name or id. (provider-behaviour 5.) */
final class IdentityProjectsData implements DataSource {
  private static final Schema SCHEMA =
      Schema.of(
          optionalComputed("id", STRING),
          optional("name", STRING),
          optional("project_id", STRING).conflictsWith("name"),
          computed("projects", list(object("enabled", BOOL, "id", STRING, "name", STRING))));

  @Override
  public String name() {
    return "huaweicloud_identity_projects";
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public Found read(Query query) {
    String id = query.config().filled("project_id");
    List<JsonNode> projects = new ArrayList<>();
    if (id == null) {
      query
          .get("iam", Url.of("/v3/projects", "name", query.config().text("name")))
          .path("projects")
          .forEach(projects::add);
    } else {
      projects.add(query.get("iam", "/v3/projects/" + id).path("project"));
    }
    List<String> ids = projects.stream().map(project -> project.path("id").asText()).toList();
    return Found.nothing().with("id", ListId.of(ids)).with("projects", projects);
  }
}

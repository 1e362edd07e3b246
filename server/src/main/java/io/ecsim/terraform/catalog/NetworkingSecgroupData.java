package io.ecsim.terraform.catalog;

import static io.ecsim.terraform.schema.Attribute.computed;
import static io.ecsim.terraform.schema.Attribute.optional;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.value.Type.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.problem.Problem;
import io.ecsim.terraform.resource.DataSource;
import io.ecsim.terraform.resource.Found;
import io.ecsim.terraform.resource.Query;
import io.ecsim.terraform.resource.Url;
import io.ecsim.terraform.schema.Schema;
import java.util.List;

/** The one security group that fits. (provider-behaviour 5.) */
final class NetworkingSecgroupData implements DataSource {
  private static final Schema SCHEMA =
      Schema.of(
          optionalComputed("id", STRING),
          optional("enterprise_project_id", STRING),
          optionalComputed("name", STRING),
          optionalComputed("region", STRING),
          optional("secgroup_id", STRING),
          computed("created_at", STRING),
          computed("description", STRING),
          computed("rules", SecurityRules.TYPE),
          computed("updated_at", STRING));

  @Override
  public String name() {
    return "huaweicloud_networking_secgroup";
  }

  @Override
  public List<String> aliases() {
    return List.of("huaweicloud_networking_secgroup_v2");
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public Found read(Query query) {
    List<JsonNode> groups =
        NetworkingSecgroupsData.groups(
            query, query.config().text("secgroup_id"), query.config().text("name"));
    if (groups.isEmpty()) {
      throw Problem.error("no Security Group found.", "");
    }
    if (groups.size() > 1) {
      throw Problem.error("more than one Security Groups found.", "");
    }
    JsonNode group = groups.get(0);
    String path =
        Url.of(
            "/v3/{project}/vpc/security-group-rules",
            "security_group_id",
            group.path("id").asText());
    return Found.of(group)
        .without("enterprise_project_id")
        .with("region", query.region())
        .with(
            "rules", SecurityRules.of(Networks.pages(query, "vpc", path, "security_group_rules")));
  }
}

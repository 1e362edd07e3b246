package io.ecsim.terraform.catalog;

import static io.ecsim.terraform.schema.Attribute.computed;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.value.Type.STRING;
import static io.ecsim.terraform.value.Type.list;
import static io.ecsim.terraform.value.Type.map;
import static io.ecsim.terraform.value.Type.object;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.problem.Problem;
import io.ecsim.terraform.resource.DataSource;
import io.ecsim.terraform.resource.Found;
import io.ecsim.terraform.resource.Query;
import io.ecsim.terraform.resource.Tags;
import io.ecsim.terraform.schema.Schema;
import java.util.List;

/** The one private network that fits. (provider-behaviour 5.) */
final class VpcData implements DataSource {
  private static final Schema SCHEMA =
      Schema.of(
          optionalComputed("cidr", STRING),
          optionalComputed("enterprise_project_id", STRING),
          optionalComputed("id", STRING),
          optionalComputed("name", STRING),
          optionalComputed("region", STRING),
          optionalComputed("status", STRING),
          computed("description", STRING),
          computed("routes", list(object("destination", STRING, "nexthop", STRING))).deprecated(),
          computed("secondary_cidrs", list(STRING)),
          computed("tags", map(STRING)));

  @Override
  public String name() {
    return "huaweicloud_vpc";
  }

  @Override
  public List<String> aliases() {
    return List.of("huaweicloud_vpc_v1");
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public Found read(Query query) {
    List<JsonNode> vpcs = Networks.vpcs(query);
    if (vpcs.isEmpty()) {
      throw Problem.error(
          "your query returned no results. Please change your search criteria and try again.", "");
    }
    if (vpcs.size() > 1) {
      throw Problem.error(
          "your query returned more than one result. Please try a more specific search criteria",
          "");
    }
    String id = vpcs.get(0).path("id").asText();
    Found found =
        Found.of(vpcs.get(0))
            .with("region", query.region())
            .with("secondary_cidrs", Networks.secondaryBlocks(query, id));
    return Tags.told(found, query, "vpc", "/v2.0/{project}/vpcs/" + id + "/tags");
  }
}

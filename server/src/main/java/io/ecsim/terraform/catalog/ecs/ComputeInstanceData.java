package io.ecsim.terraform.catalog.ecs;

import static io.ecsim.terraform.schema.Attribute.computed;
import static io.ecsim.terraform.schema.Attribute.optional;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.value.Type.STRING;
import static io.ecsim.terraform.value.Type.list;
import static io.ecsim.terraform.value.Type.map;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.problem.Problem;
import io.ecsim.terraform.resource.DataSource;
import io.ecsim.terraform.resource.Found;
import io.ecsim.terraform.resource.Query;
import io.ecsim.terraform.schema.Schema;
import java.util.List;

/** One server; a part of its name will do. (provider-behaviour 5.) */
final class ComputeInstanceData implements DataSource {
  private static final Schema SCHEMA =
      Schema.of(
          optionalComputed("id", STRING),
          optionalComputed("enterprise_project_id", STRING),
          optional("fixed_ip_v4", STRING),
          optionalComputed("flavor_id", STRING),
          optional("instance_id", STRING),
          optionalComputed("name", STRING),
          optionalComputed("region", STRING),
          optionalComputed("tags", map(STRING)),
          computed("availability_zone", STRING),
          computed("charging_mode", STRING),
          computed("expired_time", STRING),
          computed("flavor_name", STRING),
          computed("image_id", STRING),
          computed("image_name", STRING),
          computed("key_pair", STRING),
          computed("network", ServerView.NETWORK),
          computed("public_ip", STRING),
          computed("scheduler_hints", ServerView.HINTS),
          computed("security_group_ids", list(STRING)),
          computed("security_groups", list(STRING)),
          computed("status", STRING),
          computed("system_disk_id", STRING),
          computed("user_data", STRING),
          computed("volume_attached", ServerView.VOLUMES));

  @Override
  public String name() {
    return "huaweicloud_compute_instance";
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public Found read(Query query) {
    List<JsonNode> servers = ServerView.asked(query);
    if (servers.isEmpty()) {
      throw Problem.error(
          "your query returned no results, please change your search criteria and try again.", "");
    }
    if (servers.size() > 1) {
      throw Problem.error(
          "your query returned more than one result, please try a more specific search criteria.",
          "There are " + servers.size() + " of them.");
    }
    Found found = Found.nothing().with("region", query.region());
    ServerView.of(query, servers.get(0)).forEach(found::with);
    return found;
  }
}

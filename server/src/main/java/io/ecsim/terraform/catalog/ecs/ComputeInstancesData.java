package io.ecsim.terraform.catalog.ecs;

import static io.ecsim.terraform.schema.Attribute.computed;
import static io.ecsim.terraform.schema.Attribute.optional;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.value.Type.STRING;
import static io.ecsim.terraform.value.Type.list;
import static io.ecsim.terraform.value.Type.map;
import static io.ecsim.terraform.value.Type.object;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.resource.DataSource;
import io.ecsim.terraform.resource.Found;
import io.ecsim.terraform.resource.ListId;
import io.ecsim.terraform.resource.Query;
import io.ecsim.terraform.schema.Schema;
import io.ecsim.terraform.value.Values;
import java.util.List;

/** Servers. (provider-behaviour 5.) */
final class ComputeInstancesData implements DataSource {
  private static final Schema SCHEMA =
      Schema.of(
          optionalComputed("id", STRING),
          optional("availability_zone", STRING),
          optional("enterprise_project_id", STRING),
          optional("fixed_ip_v4", STRING),
          optional("flavor_id", STRING),
          optional("flavor_name", STRING),
          optional("image_id", STRING),
          optional("instance_id", STRING),
          optional("key_pair", STRING),
          optional("name", STRING),
          optional("region", STRING),
          optional("status", STRING),
          optionalComputed("tags", map(STRING)),
          computed(
              "instances",
              list(
                  object(
                      "availability_zone",
                      STRING,
                      "charging_mode",
                      STRING,
                      "enterprise_project_id",
                      STRING,
                      "expired_time",
                      STRING,
                      "flavor_id",
                      STRING,
                      "flavor_name",
                      STRING,
                      "id",
                      STRING,
                      "image_id",
                      STRING,
                      "image_name",
                      STRING,
                      "key_pair",
                      STRING,
                      "name",
                      STRING,
                      "network",
                      ServerView.NETWORK,
                      "public_ip",
                      STRING,
                      "scheduler_hints",
                      ServerView.HINTS,
                      "security_group_ids",
                      list(STRING),
                      "status",
                      STRING,
                      "system_disk_id",
                      STRING,
                      "tags",
                      map(STRING),
                      "user_data",
                      STRING,
                      "volume_attached",
                      ServerView.VOLUMES))));

  @Override
  public String name() {
    return "huaweicloud_compute_instances";
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public Found read(Query query) {
    Values config = query.config();
    List<JsonNode> servers = ServerView.asked(query);
    servers.removeIf(server -> !fits(server, config));
    return Found.nothing()
        .with("id", ListId.of(servers.stream().map(s -> s.path("id").asText()).toList()))
        .with("instances", servers.stream().map(s -> ServerView.of(query, s)).toList());
  }

  /** What the cloud's own filters cannot tell apart. */
  private static boolean fits(JsonNode server, Values config) {
    return fits(config.filled("flavor_name"), server.path("flavor").path("name"))
        && fits(config.filled("image_id"), server.path("image").path("id"))
        && fits(config.filled("availability_zone"), server.path("OS-EXT-AZ:availability_zone"))
        && fits(config.filled("key_pair"), server.path("key_name"));
  }

  private static boolean fits(String asked, JsonNode is) {
    return asked == null || asked.equals(is.asText());
  }
}

package io.ecsim.terraform.catalog.ecs;

import static io.ecsim.terraform.schema.Attribute.computed;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.schema.Attribute.required;
import static io.ecsim.terraform.value.Type.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.resource.Body;
import io.ecsim.terraform.resource.DataSource;
import io.ecsim.terraform.resource.Found;
import io.ecsim.terraform.resource.Query;
import io.ecsim.terraform.schema.Schema;

/**
 * A console of a server's. The vendor's provider shows the address as its protocol and its type,
 * too; here they are what they are. (terraform-huaweicloud 2.3.)
 */
final class ComputeInstanceRemoteConsoleData implements DataSource {
  private static final Schema SCHEMA =
      Schema.of(
          optionalComputed("id", STRING),
          required("instance_id", STRING),
          optionalComputed("region", STRING),
          computed("protocol", STRING),
          computed("type", STRING),
          computed("url", STRING));

  @Override
  public String name() {
    return "huaweicloud_compute_instance_remote_console";
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public Found read(Query query) {
    String server = query.config().text("instance_id");
    JsonNode console =
        query
            .post(
                "ecs",
                Servers.path(server) + "/remote_console",
                Body.of("remote_console", Body.of("protocol", "vnc", "type", "novnc")))
            .path("remote_console");
    return Found.of(console).with("id", server).with("region", query.region());
  }
}

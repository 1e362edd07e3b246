package io.ecsim.terraform.catalog;

import static io.ecsim.terraform.schema.Attribute.computed;
import static io.ecsim.terraform.schema.Attribute.optional;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.value.Type.STRING;
import static io.ecsim.terraform.value.Type.list;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.resource.DataSource;
import io.ecsim.terraform.resource.Found;
import io.ecsim.terraform.resource.ListId;
import io.ecsim.terraform.resource.Query;
import io.ecsim.terraform.schema.Schema;
import java.util.Set;
import java.util.TreeSet;

/** The names of the availability zones. (provider-behaviour 5.) */
final class AvailabilityZonesData implements DataSource {
  private static final Schema SCHEMA =
      Schema.of(
          optionalComputed("id", STRING),
          optionalComputed("region", STRING),
          optional("state", STRING).byDefault("available").oneOf("available", "unavailable"),
          computed("names", list(STRING)));

  @Override
  public String name() {
    return "huaweicloud_availability_zones";
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public Found read(Query query) {
    boolean available = query.config().text("state").equals("available");
    Set<String> names = new TreeSet<>();
    for (JsonNode zone :
        query.get("ecs", "/v2.1/{project}/os-availability-zone").path("availabilityZoneInfo")) {
      if (zone.path("zoneState").path("available").asBoolean() == available) {
        names.add(zone.path("zoneName").asText());
      }
    }
    return Found.nothing()
        .with("id", ListId.of(names.stream().toList()))
        .with("region", query.region())
        .with("names", names);
  }
}

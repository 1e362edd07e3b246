package io.ecsim.terraform.catalog.ecs;

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
import io.ecsim.terraform.schema.Check;
import io.ecsim.terraform.schema.Schema;
import java.util.Set;
import java.util.TreeSet;

/** The names of the availability zones. (provider-behaviour 5.) */
final class AvailabilityZonesData implements DataSource {
  private final String name;
  private final Schema schema;

  private AvailabilityZonesData(String name, Schema schema) {
    this.name = name;
    this.schema = schema;
  }

  /** As it is. */
  static AvailabilityZonesData current() {
    return new AvailabilityZonesData(
        "huaweicloud_availability_zones",
        Schema.of(
            optionalComputed("id", STRING),
            optionalComputed("region", STRING),
            optional("state", STRING).byDefault("available").oneOf("available", "unavailable"),
            computed("names", list(STRING))));
  }

  /** As it was; it knows no region. */
  static AvailabilityZonesData old() {
    return new AvailabilityZonesData(
        "huaweicloud_compute_availability_zones_v2",
        Schema.of(
            optionalComputed("id", STRING),
            optional("state", STRING)
                .byDefault("available")
                .check(Check.oneOfIgnoringCase("available", "unavailable")),
            computed("names", list(STRING))));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public Found read(Query query) {
    boolean available = query.config().text("state").equalsIgnoreCase("available");
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

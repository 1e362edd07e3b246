package io.ecsim.terraform.catalog.evs;

import static io.ecsim.terraform.schema.Attribute.computed;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.value.Type.BOOL;
import static io.ecsim.terraform.value.Type.STRING;
import static io.ecsim.terraform.value.Type.list;
import static io.ecsim.terraform.value.Type.texts;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.resource.Body;
import io.ecsim.terraform.resource.DataSource;
import io.ecsim.terraform.resource.Found;
import io.ecsim.terraform.resource.ListId;
import io.ecsim.terraform.resource.Query;
import io.ecsim.terraform.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The availability zones of EVS, from either version of its API. (terraform-huaweicloud 2.5.) */
final class EvsAvailabilityZonesData implements DataSource {
  private static final Schema SCHEMA =
      Schema.of(
          optionalComputed("id", STRING),
          optionalComputed("region", STRING),
          computed("availability_zones", list(texts("name").and("is_available", BOOL))));

  private final String name;
  private final String version;

  EvsAvailabilityZonesData(String name, String version) {
    this.name = name;
    this.version = version;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public Found read(Query query) {
    List<Map<String, Object>> zones = new ArrayList<>();
    for (JsonNode zone :
        query
            .get("evs", "/" + version + "/{project}/os-availability-zone")
            .path("availabilityZoneInfo")) {
      zones.add(
          Body.of(
              "name", zone.path("zoneName"),
              "is_available", zone.path("zoneState").path("available")));
    }
    return Found.nothing()
        .with("id", ListId.uuid(zones))
        .with("region", query.region())
        .with("availability_zones", zones);
  }
}

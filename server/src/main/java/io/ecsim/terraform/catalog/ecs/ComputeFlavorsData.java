package io.ecsim.terraform.catalog.ecs;

import static io.ecsim.terraform.schema.Attribute.computed;
import static io.ecsim.terraform.schema.Attribute.optional;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.value.Type.NUMBER;
import static io.ecsim.terraform.value.Type.STRING;
import static io.ecsim.terraform.value.Type.list;
import static io.ecsim.terraform.value.Type.object;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.resource.Body;
import io.ecsim.terraform.resource.DataSource;
import io.ecsim.terraform.resource.Found;
import io.ecsim.terraform.resource.ListId;
import io.ecsim.terraform.resource.Query;
import io.ecsim.terraform.resource.Url;
import io.ecsim.terraform.schema.Schema;
import io.ecsim.terraform.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Flavors, in the order in which the cloud lists them. (provider-behaviour 5.) */
final class ComputeFlavorsData implements DataSource {
  private static final Schema SCHEMA =
      Schema.of(
          optionalComputed("id", STRING),
          optional("availability_zone", STRING),
          optional("cpu_core_count", NUMBER),
          optional("generation", STRING),
          optional("memory_size", NUMBER),
          optional("performance_type", STRING),
          optionalComputed("region", STRING),
          optional("storage_type", STRING),
          computed(
              "flavors",
              list(
                  object(
                      "cpu_core_count",
                      NUMBER,
                      "generation",
                      STRING,
                      "id",
                      STRING,
                      "memory_size",
                      NUMBER,
                      "performance_type",
                      STRING,
                      "storage_type",
                      STRING))),
          computed("ids", list(STRING)));

  @Override
  public String name() {
    return "huaweicloud_compute_flavors";
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public Found read(Query query) {
    JsonNode listed =
        query
            .get(
                "ecs",
                Url.of(
                    "/v1/{project}/cloudservers/flavors",
                    "availability_zone",
                    query.config().text("availability_zone")))
            .path("flavors");
    List<Map<String, Object>> flavors = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    for (JsonNode flavor : listed) {
      if (fits(flavor, query.config())) {
        ids.add(flavor.path("id").asText());
        flavors.add(
            Body.of(
                "id", flavor.path("id"),
                "cpu_core_count", flavor.path("vcpus"),
                "memory_size", flavor.path("ram").asLong() / 1024,
                "performance_type", spec(flavor, "ecs:performancetype"),
                "storage_type", spec(flavor, "cond:storage:type"),
                "generation", spec(flavor, "ecs:generation")));
      }
    }
    return Found.nothing()
        .with("id", ListId.of(ids))
        .with("region", query.region())
        .with("ids", ids)
        .with("flavors", flavors);
  }

  private static boolean fits(JsonNode flavor, Values config) {
    return fits(config.number("cpu_core_count"), 1, flavor.path("vcpus").asLong())
        && fits(config.number("memory_size"), 1024, flavor.path("ram").asLong())
        && fits(config.filled("performance_type"), spec(flavor, "ecs:performancetype"))
        && fits(config.filled("storage_type"), spec(flavor, "cond:storage:type"))
        && fits(config.filled("generation"), spec(flavor, "ecs:generation"));
  }

  /** Nothing and 0 ask for nothing. */
  private static boolean fits(Long asked, long unit, long is) {
    return asked == null || asked == 0 || asked * unit == is;
  }

  private static boolean fits(String asked, String is) {
    return asked == null || asked.equals(is);
  }

  private static String spec(JsonNode flavor, String name) {
    return flavor.path("os_extra_specs").path(name).asText();
  }
}

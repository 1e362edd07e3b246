package io.ecsim.terraform.catalog.ecs;

import static io.ecsim.terraform.schema.Attribute.computed;
import static io.ecsim.terraform.schema.Attribute.optional;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.schema.Attribute.required;
import static io.ecsim.terraform.schema.NestedBlock.blocks;
import static io.ecsim.terraform.value.Type.NUMBER;
import static io.ecsim.terraform.value.Type.STRING;
import static io.ecsim.terraform.value.Type.list;
import static io.ecsim.terraform.value.Type.texts;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.resource.Body;
import io.ecsim.terraform.resource.DataSource;
import io.ecsim.terraform.resource.Found;
import io.ecsim.terraform.resource.ListId;
import io.ecsim.terraform.resource.Query;
import io.ecsim.terraform.schema.NestedBlock;
import io.ecsim.terraform.schema.Schema;
import io.ecsim.terraform.value.Values;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Where servers can best be had. (terraform-huaweicloud 2.3.) */
final class ComputeSupplyRecommendationsData implements DataSource {
  private static final Schema SCHEMA =
      Schema.of(
          optionalComputed("id", STRING),
          blocks(
              "flavor_constraint",
              0,
              1,
              optional("architecture_type", list(STRING)),
              blocks(
                  "flavor_requirements",
                  0,
                  0,
                  optional("cpu_manufacturers", list(STRING)),
                  optional("instance_generations", list(STRING)),
                  range("memory_gb_per_vcpu"),
                  range("memory_mb"),
                  range("vcpu_count"))),
          optional("flavor_ids", list(STRING)),
          blocks(
              "locations",
              0,
              0,
              required("region_id", STRING),
              optional("availability_zone_id", STRING)),
          blocks(
              "option",
              0,
              1,
              optional("enable_spot", STRING).oneOf("true", "false"),
              optional("result_granularity", STRING)),
          optionalComputed("region", STRING),
          optional("strategy", STRING),
          computed(
              "supply_recommendations",
              list(texts("availability_zone_id", "flavor_id", "region_id").and("score", NUMBER))));

  private static NestedBlock range(String name) {
    return blocks(name, 0, 1, optional("max", NUMBER), optional("min", NUMBER));
  }

  @Override
  public String name() {
    return "huaweicloud_compute_supply_recommendations";
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public Found read(Query query) {
    Values asked = query.config();
    Values option = asked.block("option");
    String spot = option.filled("enable_spot");
    JsonNode answer =
        query.post(
            "ecs",
            "/v1/{domain}/recommendations/ecs-supply",
            Body.of(
                "flavor_constraint",
                constraint(asked.block("flavor_constraint")),
                "flavor_ids",
                Body.unlessEmpty(asked.texts("flavor_ids")),
                "locations",
                each(
                    asked.blocks("locations"),
                    place ->
                        Body.of(
                            "region_id", place.text("region_id"),
                            "availability_zone_id", place.filled("availability_zone_id"))),
                "option",
                Body.of(
                    "enable_spot",
                    spot == null ? null : Boolean.valueOf(spot),
                    "result_granularity",
                    option.filled("result_granularity")),
                "strategy",
                asked.filled("strategy")));
    return Found.of(answer).with("id", ListId.uuid(answer)).with("region", query.region());
  }

  private static Map<String, Object> constraint(Values constraint) {
    return Body.of(
        "architecture_type",
        Body.unlessEmpty(constraint.texts("architecture_type")),
        "flavor_requirements",
        each(
            constraint.blocks("flavor_requirements"),
            one ->
                Body.of(
                    "vcpu_count", limits(one, "vcpu_count"),
                    "memory_mb", limits(one, "memory_mb"),
                    "cpu_manufacturers", Body.unlessEmpty(one.texts("cpu_manufacturers")),
                    "memory_gb_per_vcpu", limits(one, "memory_gb_per_vcpu"),
                    "instance_generations", Body.unlessEmpty(one.texts("instance_generations")))));
  }

  private static Map<String, Object> limits(Values requirement, String name) {
    Values range = requirement.block(name);
    return Body.of("max", range.get("max"), "min", range.get("min"));
  }

  private static List<Map<String, Object>> each(
      List<Values> blocks, Function<Values, Map<String, Object>> body) {
    return Body.unlessEmpty(blocks.stream().map(body).toList());
  }
}

package io.ecsim.terraform.catalog.evs;

import static io.ecsim.terraform.schema.Attribute.computed;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.value.Type.STRING;
import static io.ecsim.terraform.value.Type.map;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.resource.DataSource;
import io.ecsim.terraform.resource.Found;
import io.ecsim.terraform.resource.ListId;
import io.ecsim.terraform.resource.Query;
import io.ecsim.terraform.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The tags of all disks: the values of a key in one text, with commas. (terraform-huaweicloud 2.5.)
 */
final class EvsTagsData implements DataSource {
  private static final Schema SCHEMA =
      Schema.of(
          optionalComputed("id", STRING),
          optionalComputed("region", STRING),
          computed("tags", map(STRING)));

  @Override
  public String name() {
    return "huaweicloud_evs_tags";
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public Found read(Query query) {
    Map<String, String> tags = new TreeMap<>();
    JsonNode told = query.get("evs", "/v2/{project}/cloudvolumes/tags").path("tags");
    for (Map.Entry<String, JsonNode> tag : told.properties()) {
      List<String> values = new ArrayList<>();
      tag.getValue().forEach(value -> values.add(value.asText()));
      tags.put(tag.getKey(), String.join(",", values));
    }
    return Found.nothing()
        .with("id", ListId.uuid(tags))
        .with("region", query.region())
        .with("tags", tags);
  }
}

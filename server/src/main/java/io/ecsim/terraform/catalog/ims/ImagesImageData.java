package io.ecsim.terraform.catalog.ims;

import static io.ecsim.terraform.schema.Attribute.computed;
import static io.ecsim.terraform.schema.Attribute.optional;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.value.Type.BOOL;
import static io.ecsim.terraform.value.Type.NUMBER;
import static io.ecsim.terraform.value.Type.STRING;
import static io.ecsim.terraform.value.Type.map;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.problem.Problem;
import io.ecsim.terraform.resource.DataSource;
import io.ecsim.terraform.resource.Found;
import io.ecsim.terraform.resource.Query;
import io.ecsim.terraform.schema.Check;
import io.ecsim.terraform.schema.Schema;
import java.util.Comparator;
import java.util.List;

/** One image. (provider-behaviour 5.) */
public final class ImagesImageData implements DataSource {
  private static final Schema SCHEMA =
      Schema.of(
          optionalComputed("id", STRING),
          optionalComputed("architecture", STRING),
          optionalComputed("enterprise_project_id", STRING),
          optional("flavor_id", STRING),
          optionalComputed("image_id", STRING),
          optionalComputed("image_type", STRING),
          optional("is_whole_image", BOOL),
          optional("most_recent", BOOL).byDefault(false),
          optionalComputed("name", STRING),
          optional("name_regex", STRING).check(Check.pattern()).conflictsWith("name"),
          optionalComputed("os", STRING),
          optionalComputed("os_version", STRING),
          optionalComputed("owner", STRING),
          optionalComputed("region", STRING),
          optional("size_max", NUMBER).deprecated(),
          optional("size_min", NUMBER).deprecated(),
          optional("sort_direction", STRING).byDefault("asc"),
          optional("sort_key", STRING).byDefault("name"),
          optional("tag", STRING),
          optionalComputed("visibility", STRING),
          computed("active_at", STRING),
          computed("backup_id", STRING),
          computed("checksum", STRING),
          computed("container_format", STRING),
          computed("created_at", STRING),
          computed("data_origin", STRING),
          computed("description", STRING),
          computed("disk_format", STRING),
          computed("file", STRING),
          computed("max_ram_mb", NUMBER),
          computed("metadata", map(STRING)),
          computed("min_disk_gb", NUMBER),
          computed("min_ram_mb", NUMBER),
          computed("protected", BOOL),
          computed("schema", STRING),
          computed("size_bytes", NUMBER),
          computed("status", STRING),
          computed("updated_at", STRING));

  @Override
  public String name() {
    return "huaweicloud_images_image";
  }

  @Override
  public List<String> aliases() {
    return List.of("huaweicloud_images_image_v2");
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public Found read(Query query) {
    JsonNode image = chosen(Images.asked(query), query.config().isSet("most_recent"));
    Found found = Found.nothing();
    Images.shown(image).forEach(found::with);
    return found.with("image_id", image.path("id")).with("region", query.region());
  }

  private static JsonNode chosen(List<JsonNode> images, boolean mostRecent) {
    if (images.isEmpty()) {
      throw Problem.error(
          "your query returned no results. Please change your search criteria and try again.", "");
    }
    if (images.size() > 1 && !mostRecent) {
      throw Problem.error(
          "Your query returned more than one result. Please try a more specific search criteria,"
              + " or set `most_recent` attribute to true.",
          "There are " + images.size() + " of them.");
    }
    // Times are written alike, so their texts are in the order of time.
    return images.stream()
        .max(Comparator.comparing(image -> image.path("updated_at").asText()))
        .orElseThrow();
  }
}

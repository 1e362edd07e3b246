package io.ecsim.terraform.catalog.ims;

import static io.ecsim.terraform.schema.Attribute.computed;
import static io.ecsim.terraform.schema.Attribute.optional;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.value.Type.BOOL;
import static io.ecsim.terraform.value.Type.NUMBER;
import static io.ecsim.terraform.value.Type.STRING;
import static io.ecsim.terraform.value.Type.list;
import static io.ecsim.terraform.value.Type.object;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.resource.DataSource;
import io.ecsim.terraform.resource.Found;
import io.ecsim.terraform.resource.ListId;
import io.ecsim.terraform.resource.Query;
import io.ecsim.terraform.schema.Check;
import io.ecsim.terraform.schema.Schema;
import java.util.List;

/** Images, in the order in which the cloud lists them. (provider-behaviour 5.) */
public final class ImagesImagesData implements DataSource {
  private static final String AGENTS = "__support_agent_list";

  private static final Schema SCHEMA =
      Schema.of(
          optionalComputed("id", STRING),
          optional(AGENTS, STRING),
          optional("architecture", STRING),
          optional("enterprise_project_id", STRING),
          optional("flavor_id", STRING),
          optional("image_id", STRING),
          optional("image_type", STRING),
          optional("is_whole_image", BOOL),
          optional("name", STRING),
          optional("name_regex", STRING).check(Check.pattern()).conflictsWith("name"),
          optional("os", STRING),
          optional("os_version", STRING),
          optional("owner", STRING),
          optionalComputed("region", STRING),
          optional("sort_direction", STRING).byDefault("asc"),
          optional("sort_key", STRING).byDefault("name"),
          optional("tag", STRING),
          optional("visibility", STRING),
          computed(
              "images",
              list(
                  object(
                      AGENTS,
                      STRING,
                      "active_at",
                      STRING,
                      "architecture",
                      STRING,
                      "backup_id",
                      STRING,
                      "container_format",
                      STRING,
                      "created_at",
                      STRING,
                      "data_origin",
                      STRING,
                      "description",
                      STRING,
                      "disk_format",
                      STRING,
                      "enterprise_project_id",
                      STRING,
                      "file",
                      STRING,
                      "id",
                      STRING,
                      "image_type",
                      STRING,
                      "max_ram_mb",
                      NUMBER,
                      "min_disk_gb",
                      NUMBER,
                      "min_ram_mb",
                      NUMBER,
                      "name",
                      STRING,
                      "os",
                      STRING,
                      "os_version",
                      STRING,
                      "owner",
                      STRING,
                      "protected",
                      BOOL,
                      "schema",
                      STRING,
                      "size_bytes",
                      NUMBER,
                      "status",
                      STRING,
                      "updated_at",
                      STRING,
                      "visibility",
                      STRING))));

  @Override
  public String name() {
    return "huaweicloud_images_images";
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public Found read(Query query) {
    List<JsonNode> images = Images.asked(query);
    String agents = query.config().filled(AGENTS);
    images.removeIf(image -> agents != null && !agents.equals(image.path(AGENTS).asText()));
    return Found.nothing()
        .with("id", ListId.of(images.stream().map(image -> image.path("id").asText()).toList()))
        .with("region", query.region())
        .with("images", images.stream().map(Images::shown).toList());
  }
}

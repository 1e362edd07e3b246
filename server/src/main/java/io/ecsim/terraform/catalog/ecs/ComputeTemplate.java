package io.ecsim.terraform.catalog.ecs;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.resource.Body;
import io.ecsim.terraform.resource.Change;
import io.ecsim.terraform.resource.Creation;
import io.ecsim.terraform.resource.Deletion;
import io.ecsim.terraform.resource.Found;
import io.ecsim.terraform.resource.Reading;
import io.ecsim.terraform.resource.ResourceType;
import io.ecsim.terraform.resource.Url;
import io.ecsim.terraform.schema.Member;
import io.ecsim.terraform.schema.NestedBlock;
import io.ecsim.terraform.schema.Schema;
import io.ecsim.terraform.value.Bag;
import io.ecsim.terraform.value.Emptiness;
import io.ecsim.terraform.value.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A template of servers, with one version. (terraform-huaweicloud 2.2, provider-behaviour 2.2.) */
final class ComputeTemplate implements ResourceType {
  private static final String TEMPLATES = "/v3/{project}/launch-templates";
  private static final String VERSIONS = "/v3/{project}/launch-template-versions";

  @Override
  public String name() {
    return "huaweicloud_compute_template";
  }

  @Override
  public String thing() {
    return "compute template";
  }

  @Override
  public Schema schema() {
    return ComputeTemplateTable.SCHEMA;
  }

  @Override
  public void create(Creation task) {
    Values template = task.planned();
    JsonNode made =
        task.post(
            "ecs",
            TEMPLATES,
            Body.of(
                "launch_template",
                Body.of(
                    "name", template.text("name"),
                    "template_data",
                        members(ComputeTemplateTable.DATA, template.block("template_data")),
                    "description", template.filled("description"),
                    "version_description", template.filled("version_description"))));
    task.made(made.path("launch_template_id").asText());
  }

  /** A block as the cloud wants it: blocks of which there is one at most are objects. */
  private static Map<String, Object> members(NestedBlock block, Values values) {
    Map<String, Object> members = new LinkedHashMap<>();
    for (Member member : block.members()) {
      Object value =
          member instanceof NestedBlock inner
              ? inner(inner, values.blocks(member.name()))
              : plain(values, member.name());
      if (value != null) {
        members.put(member.name(), value);
      }
    }
    return members;
  }

  private static Object inner(NestedBlock block, List<Values> blocks) {
    if (blocks.isEmpty()) {
      return null;
    }
    return block.most() == 1
        ? members(block, blocks.get(0))
        : blocks.stream().map(one -> members(block, one)).toList();
  }

  /** To the vendor's provider what is empty is nothing; so are 0 and false. */
  private static Object plain(Values values, String name) {
    Object value = values.has(name) ? values.get(name) : null;
    if (Emptiness.of(value)) {
      return null;
    }
    return value instanceof Bag bag ? bag.elements() : value;
  }

  @Override
  public Found read(Reading task) {
    JsonNode template =
        task.get("ecs", Url.of(TEMPLATES, "launch_template_id", task.id()))
            .path("launch_templates")
            .path(0);
    JsonNode version =
        task.get("ecs", Url.of(VERSIONS, "launch_template_id", task.id()))
            .path("launch_template_versions")
            .path(0);
    if (template.isMissingNode() || version.isMissingNode()) {
      return null;
    }
    return Found.of(template)
        .with("region", task.region())
        .with("template_data", version.path("template_data"))
        .with("version_description", version.path("version_description"))
        .with("version_id", version.path("version_id"));
  }

  @Override
  public void update(Change task) {
    // All that it is made of is fixed.
  }

  @Override
  public void delete(Deletion task) {
    task.delete("ecs", TEMPLATES + "/" + task.id());
  }
}

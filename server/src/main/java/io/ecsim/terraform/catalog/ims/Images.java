package io.ecsim.terraform.catalog.ims;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.problem.Problem;
import io.ecsim.terraform.resource.Body;
import io.ecsim.terraform.resource.Query;
import io.ecsim.terraform.resource.Task;
import io.ecsim.terraform.resource.Url;
import io.ecsim.terraform.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Images as they are asked for and as they are shown. (provider-behaviour 5, 2.1.) */
public final class Images {
  private static final String PATH = "/v2/cloudimages";
  private static final String ALL_PROJECTS = "all_granted_eps";

  private Images() {}

  /** All active images that a data source asks for, page by page. */
  static List<JsonNode> asked(Query query) {
    Values config = query.config();
    String project = query.enterpriseProject(config);
    String visibility = config.filled("visibility");
    String url =
        Url.of(
            PATH,
            "status",
            "active",
            "enterprise_project_id",
            project == null ? ALL_PROJECTS : project,
            "id",
            config.text("image_id"),
            "name",
            config.text("name"),
            "virtual_env_type",
            config.text("image_type"),
            "__whole_image",
            config.isSet("is_whole_image") ? true : null,
            "__imagetype",
            "public".equals(visibility) ? "gold" : visibility,
            "owner",
            config.text("owner"),
            "flavor_id",
            config.text("flavor_id"),
            "sort_key",
            config.text("sort_key"),
            "sort_dir",
            config.text("sort_direction"),
            "__platform",
            config.text("os"),
            "architecture",
            config.text("architecture"),
            "tag",
            config.text("tag"));
    List<JsonNode> images = pages(query, url);
    if (config.filled("name_regex") != null) {
      Pattern pattern = Pattern.compile(config.text("name_regex"));
      images.removeIf(image -> !pattern.matcher(image.path("name").asText()).find());
    }
    return images;
  }

  private static List<JsonNode> pages(Query query, String url) {
    List<JsonNode> images = new ArrayList<>();
    String marker = "";
    while (true) {
      JsonNode page = query.get("ims", Url.of(url, "marker", marker)).path("images");
      if (page.isEmpty()) {
        return images;
      }
      page.forEach(images::add);
      marker = page.get(page.size() - 1).path("id").asText();
    }
  }

  /** The one image of this id, or of this name. */
  public static JsonNode one(Task task, String id, String name) {
    JsonNode image = seen(task, id, name);
    if (image == null) {
      throw Problem.error(
          "unable to find image " + (id == null ? name : id),
          "There is none, or it is not shared.");
    }
    return image;
  }

  /** The one image of this id, or of this name; null if there is none. */
  public static JsonNode seen(Task task, String id, String name) {
    String url =
        Url.of(PATH, "id", id, "name", name, "limit", 1, "enterprise_project_id", ALL_PROJECTS);
    JsonNode image = task.get("ims", url).path("images").path(0);
    return image.isMissingNode() ? null : image;
  }

  /** An image as data sources show it. */
  static Map<String, Object> shown(JsonNode image) {
    Map<String, Object> shown =
        Body.of(
            "image_type", image.path("virtual_env_type"),
            "os", image.path("__platform"),
            "os_version", image.path("__os_version"),
            "description", image.path("__description"),
            "min_ram_mb", image.path("min_ram"),
            "max_ram_mb", image.path("max_ram").asLong(),
            "min_disk_gb", image.path("min_disk"),
            "data_origin", image.path("__data_origin"),
            "backup_id", image.path("__backup_id"),
            "size_bytes", image.path("__image_size"),
            "architecture", image.path("__support_arm").asBoolean() ? "arm" : "x86",
            "visibility", visibility(image.path("__imagetype").asText()));
    for (String same :
        List.of(
            "id",
            "name",
            "owner",
            "enterprise_project_id",
            "file",
            "schema",
            "status",
            "protected",
            "container_format",
            "disk_format",
            "active_at",
            "created_at",
            "updated_at",
            "__support_agent_list")) {
      shown.put(same, image.path(same));
    }
    return shown;
  }

  private static String visibility(String type) {
    return type.equals("gold") ? "public" : type;
  }
}

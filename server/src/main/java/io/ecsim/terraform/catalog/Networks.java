package io.ecsim.terraform.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.resource.Query;
import io.ecsim.terraform.resource.Task;
import io.ecsim.terraform.resource.Url;
import io.ecsim.terraform.value.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Searches for networks, subnets and what belongs to them. (provider-behaviour 5.) */
final class Networks {
  private Networks() {}

  /** The private networks that are asked for. */
  static List<JsonNode> vpcs(Query query) {
    Values config = query.config();
    String path =
        Url.of(
            "/v1/{project}/vpcs",
            "id",
            config.text("id"),
            "enterprise_project_id",
            enterpriseProject(query));
    return fitting(query.get("vpc", path).path("vpcs"), config, "id", "name", "status", "cidr");
  }

  /** The subnets that are asked for; the cloud itself is asked for all of them. */
  static List<JsonNode> subnets(Query query) {
    return fitting(
        query.get("vpc", "/v1/{project}/subnets").path("subnets"),
        query.config(),
        "id",
        "name",
        "cidr",
        "status",
        "gateway_ip",
        "primary_dns",
        "secondary_dns",
        "availability_zone",
        "vpc_id");
  }

  private static List<JsonNode> fitting(JsonNode listed, Values config, String... arguments) {
    List<JsonNode> fitting = new ArrayList<>();
    for (JsonNode one : listed) {
      if (Arrays.stream(arguments).allMatch(name -> fits(one, name, config.filled(name)))) {
        fitting.add(one);
      }
    }
    return fitting;
  }

  private static boolean fits(JsonNode one, String name, String wanted) {
    return wanted == null || wanted.equals(one.path(name).asText());
  }

  /** The enterprise project that is asked for, else the provider's, else all. */
  static String enterpriseProject(Query query) {
    String project = query.enterpriseProject(query.config());
    return project == null ? "all_granted_eps" : project;
  }

  /** The secondary address blocks of a private network. */
  static JsonNode secondaryBlocks(Task task, String vpc) {
    return task.get("vpc", "/v3/{project}/vpc/vpcs/" + vpc).path("vpc").path("extend_cidrs");
  }

  /** All pages of a list of the newer API. */
  static List<JsonNode> pages(Task task, String service, String path, String name) {
    List<JsonNode> all = new ArrayList<>();
    String marker = null;
    do {
      JsonNode page = task.get(service, Url.of(path, "marker", marker));
      page.path(name).forEach(all::add);
      marker = page.path("page_info").path("next_marker").asText();
    } while (!marker.isEmpty());
    return all;
  }
}

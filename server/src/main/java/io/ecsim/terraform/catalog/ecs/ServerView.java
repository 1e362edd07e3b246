package io.ecsim.terraform.catalog.ecs;

import static io.ecsim.terraform.value.Type.BOOL;
import static io.ecsim.terraform.value.Type.NUMBER;
import static io.ecsim.terraform.value.Type.STRING;
import static io.ecsim.terraform.value.Type.list;
import static io.ecsim.terraform.value.Type.object;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.catalog.evs.Volumes;
import io.ecsim.terraform.client.ApiFailure;
import io.ecsim.terraform.resource.Body;
import io.ecsim.terraform.resource.Query;
import io.ecsim.terraform.resource.Tags;
import io.ecsim.terraform.resource.Task;
import io.ecsim.terraform.resource.Url;
import io.ecsim.terraform.value.Type;
import io.ecsim.terraform.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Servers as data sources show them. (provider-behaviour 5.) */
final class ServerView {
  static final Type NETWORK =
      list(
          object(
              "fixed_ip_v4",
              STRING,
              "fixed_ip_v6",
              STRING,
              "mac",
              STRING,
              "port",
              STRING,
              "uuid",
              STRING));

  static final Type HINTS = list(object("group", STRING));

  static final Type VOLUMES =
      list(
          object(
              "boot_index",
              NUMBER,
              "is_sys_volume",
              BOOL,
              "pci_address",
              STRING,
              "size",
              NUMBER,
              "type",
              STRING,
              "volume_id",
              STRING));

  private static final int PAGE = 100;

  private ServerView() {}

  /** All servers that a data source asks for, page by page. */
  static List<JsonNode> asked(Query query) {
    Values config = query.config();
    String project = query.enterpriseProject(config);
    String url =
        Url.of(
            "/v1/{project}/cloudservers/detail",
            "limit",
            PAGE,
            "enterprise_project_id",
            project == null ? "all_granted_eps" : project,
            "name",
            config.text("name"),
            "flavor",
            config.text("flavor_id"),
            "status",
            config.get("status"),
            "ip_eq",
            config.text("fixed_ip_v4"),
            "tags",
            config.map("tags").entrySet().stream()
                .map(tag -> tag.getKey() + "=" + tag.getValue())
                .toList());
    List<JsonNode> servers = new ArrayList<>();
    for (int page = 1; ; page++) {
      JsonNode listed = query.get("ecs", Url.of(url, "offset", page)).path("servers");
      listed.forEach(servers::add);
      if (listed.size() < PAGE) {
        String id = config.filled("instance_id");
        servers.removeIf(server -> id != null && !server.path("id").asText().equals(id));
        return servers;
      }
    }
  }

  /** All that is shown of a server. */
  static Map<String, Object> of(Task task, JsonNode server) {
    Map<String, Object> shown =
        Body.of(
            "id", server.path("id").asText(),
            "name", server.path("name"),
            "status", server.path("status"),
            "availability_zone", server.path("OS-EXT-AZ:availability_zone"),
            "enterprise_project_id", server.path("enterprise_project_id"),
            "flavor_id", server.path("flavor").path("id"),
            "flavor_name", server.path("flavor").path("name"),
            "image_id", server.path("image").path("id"),
            "image_name", server.path("metadata").path("image_name"),
            "key_pair", server.path("key_name").asText(""),
            "user_data", server.path("OS-EXT-SRV-ATTR:user_data"),
            "charging_mode", Servers.chargingMode(server),
            "expired_time", Servers.paidUntil(task, server),
            "public_ip", Servers.publicAddress(server),
            "network", cards(task, server),
            "security_group_ids", each(server.path("security_groups"), "id"),
            "security_groups", each(server.path("security_groups"), "name"),
            "scheduler_hints", hints(server.path("os:scheduler_hints").path("group")));
    shown.put("tags", Tags.read(server.path("tags")));
    volumes(task, server.path("id").asText(), shown);
    return shown;
  }

  private static List<Map<String, Object>> cards(Task task, JsonNode server) {
    List<Map<String, Object>> cards = new ArrayList<>();
    for (JsonNode network : server.path("addresses")) {
      for (JsonNode address : network) {
        if (!address.path("OS-EXT-IPS:type").asText().equals("floating")) {
          String port = address.path("OS-EXT-IPS:port_id").asText();
          boolean six = address.path("version").asText().equals("6");
          cards.add(
              Body.of(
                  "uuid",
                  subnet(task, port),
                  "port",
                  port,
                  "mac",
                  address.path("OS-EXT-IPS-MAC:mac_addr"),
                  six ? "fixed_ip_v6" : "fixed_ip_v4",
                  address.path("addr")));
        }
      }
    }
    return cards;
  }

  private static String subnet(Task task, String port) {
    try {
      JsonNode told = task.get("vpc", "/v1/{project}/ports/" + port).path("port");
      return told.path("network_id").asText();
    } catch (ApiFailure failure) {
      if (failure.isNotFound()) {
        return null;
      }
      throw failure;
    }
  }

  private static List<String> each(JsonNode list, String name) {
    List<String> texts = new ArrayList<>();
    list.forEach(element -> texts.add(element.path(name).asText()));
    return texts;
  }

  private static List<Map<String, Object>> hints(JsonNode groups) {
    List<Map<String, Object>> hints = new ArrayList<>();
    groups.forEach(group -> hints.add(Body.of("group", group.asText())));
    return hints;
  }

  private static void volumes(Task task, String server, Map<String, Object> shown) {
    List<Map<String, Object>> volumes = new ArrayList<>();
    for (JsonNode device :
        task.get("ecs", Servers.path(server) + "/block_device").path("volumeAttachments")) {
      String id = device.path("id").asText();
      boolean system = device.path("bootIndex").asInt(-1) == 0;
      volumes.add(
          Body.of(
              "volume_id", id,
              "size", device.path("size"),
              "boot_index", device.path("bootIndex"),
              "pci_address", device.path("pciAddress"),
              "is_sys_volume", system,
              "type", Volumes.get(task, id).path("volume_type")));
      if (system) {
        shown.put("system_disk_id", id);
      }
    }
    shown.put("volume_attached", volumes);
  }
}

package io.ecsim.terraform.catalog.ecs;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.client.ApiFailure;
import io.ecsim.terraform.resource.Body;
import io.ecsim.terraform.resource.Task;
import io.ecsim.terraform.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A server's network cards and the blocks that describe them. (terraform-huaweicloud 2.1.) */
final class NetworkCards {
  private NetworkCards() {}

  /**
   * The cards that these blocks mean, in their order: those of the same port, else the next one in
   * the same subnet. Without blocks, as after an import, all that there are.
   */
  static List<Map<String, Object>> of(Task task, JsonNode server, List<Values> blocks) {
    List<Map<String, Object>> cards = all(task, server);
    if (blocks.isEmpty()) {
      return cards;
    }
    List<Map<String, Object>> meant = new ArrayList<>();
    for (Values block : blocks) {
      Map<String, Object> card = meant(block, cards);
      if (card != null) {
        cards.remove(card);
        card.put("access_network", block.flag("access_network"));
        meant.add(card);
      }
    }
    return meant;
  }

  private static Map<String, Object> meant(Values block, List<Map<String, Object>> cards) {
    for (String name : List.of("port", "uuid")) {
      String wanted = block.filled(name);
      for (Map<String, Object> card : cards) {
        if (wanted != null && wanted.equals(card.get(name))) {
          return card;
        }
      }
    }
    return null;
  }

  /** All cards of a server. */
  static List<Map<String, Object>> all(Task task, JsonNode server) {
    List<Map<String, Object>> cards = new ArrayList<>();
    String last = "";
    for (JsonNode network : server.path("addresses")) {
      for (JsonNode address : network) {
        String port = address.path("OS-EXT-IPS:port_id").asText();
        // The addresses of both versions follow each other.
        if (address.path("OS-EXT-IPS:type").asText().equals("fixed") && !port.equals(last)) {
          last = port;
          JsonNode told = port(task, port);
          if (told != null) {
            cards.add(card(address, told));
          }
        }
      }
    }
    return cards;
  }

  private static Map<String, Object> card(JsonNode address, JsonNode port) {
    String four = "";
    String six = "";
    for (JsonNode fixed : port.path("fixed_ips")) {
      String ip = fixed.path("ip_address").asText();
      four = ip.indexOf(':') < 0 ? ip : four;
      six = ip.indexOf(':') < 0 ? six : ip;
    }
    return Body.of(
        "uuid", port.path("network_id").asText(),
        "port", port.path("id").asText(),
        "mac", address.path("OS-EXT-IPS-MAC:mac_addr").asText(),
        "fixed_ip_v4", four,
        "fixed_ip_v6", six,
        "ipv6_enable", !six.isEmpty(),
        "source_dest_check", port.path("allowed_address_pairs").isEmpty());
  }

  private static JsonNode port(Task task, String id) {
    try {
      return task.get("vpc", "/v1/{project}/ports/" + id).path("port");
    } catch (ApiFailure failure) {
      if (failure.isNotFound()) {
        return null;
      }
      throw failure;
    }
  }

  /** The address to reach the server at: that of the card for access, else the first one. */
  static String access(List<Map<String, Object>> cards, String version) {
    String first = "";
    for (Map<String, Object> card : cards) {
      String ip = Objects.toString(card.get(version), "");
      if (!ip.isEmpty() && Boolean.TRUE.equals(card.get("access_network"))) {
        return ip;
      }
      first = first.isEmpty() ? ip : first;
    }
    return first;
  }

  /**
   * Whether packets that are not the card's own are dropped. Any address pair ends that; the
   * vendor's provider sets this one.
   */
  static void checkSource(Task task, String port, boolean check) {
    task.put(
        "vpc",
        "/v1/{project}/ports/" + port,
        Body.of("port", Body.of("allowed_address_pairs", pairs(check))));
  }

  /** The address pairs of a port that drops what is not its own, or does not. */
  static List<Map<String, Object>> pairs(boolean check) {
    return check ? List.of() : List.of(Body.of("ip_address", "1.1.1.1/0"));
  }

  /** The security groups of a port, in its own order; none if there is no such port. */
  static List<String> securityGroups(Task task, String server, String port) {
    List<String> groups = new ArrayList<>();
    for (JsonNode told :
        task.get("vpc", "/v1/{project}/ports?device_id=" + server + "&limit=100").path("ports")) {
      if (told.path("id").asText().equals(port)) {
        told.path("security_groups").forEach(group -> groups.add(group.asText()));
      }
    }
    return groups;
  }
}

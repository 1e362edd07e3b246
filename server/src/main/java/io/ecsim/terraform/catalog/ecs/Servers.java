package io.ecsim.terraform.catalog.ecs;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.resource.Task;
import io.ecsim.terraform.resource.Url;

/** Servers as the cloud tells of them. (terraform-huaweicloud 2.1.) */
final class Servers {
  private Servers() {}

  /** The server of this id. */
  static JsonNode get(Task task, String id) {
    return task.get("ecs", path(id)).path("server");
  }

  /** Where the server of this id is. */
  static String path(String id) {
    return "/v1/{project}/cloudservers/" + id;
  }

  /** How it is paid for, in the words of configurations. */
  static String chargingMode(JsonNode server) {
    return switch (server.path("metadata").path("charging_mode").asText()) {
      case "1" -> "prePaid";
      case "2" -> "spot";
      default -> "postPaid";
    };
  }

  /** Until when it is paid for; null if it is paid for afterwards. */
  static String paidUntil(Task task, JsonNode server) {
    if (!chargingMode(server).equals("prePaid")) {
      return null;
    }
    String url =
        Url.of(
            "/v1.1/{project}/cloudservers/detail",
            "id",
            server.path("id").asText(),
            "expect-fields",
            "market_info");
    JsonNode paid = task.get("ecs", url).path("servers").path(0).path("market_info");
    return paid.path("prepaid_info").path("expired_time").asText();
  }

  /** Its public address; empty if it has none. */
  static String publicAddress(JsonNode server) {
    for (JsonNode network : server.path("addresses")) {
      for (JsonNode address : network) {
        if (address.path("OS-EXT-IPS:type").asText().equals("floating")) {
          return address.path("addr").asText();
        }
      }
    }
    return "";
  }

  /** The port of its first network card; empty if there is none. */
  static String primaryPort(JsonNode server) {
    String vpc = server.path("metadata").path("vpc_id").asText();
    for (JsonNode address : server.path("addresses").path(vpc)) {
      if (address.path("primary").asBoolean()) {
        return address.path("OS-EXT-IPS:port_id").asText();
      }
    }
    return "";
  }
}

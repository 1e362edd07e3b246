package io.ecsim.terraform.catalog;

import static io.ecsim.terraform.value.Type.NUMBER;
import static io.ecsim.terraform.value.Type.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.value.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules of a security group, as the group shows them. */
final class SecurityRules {
  static final Type TYPE =
      Type.list(
          Type.object(
              "action",
              STRING,
              "description",
              STRING,
              "direction",
              STRING,
              "ethertype",
              STRING,
              "id",
              STRING,
              "port_range_max",
              NUMBER,
              "port_range_min",
              NUMBER,
              "ports",
              STRING,
              "priority",
              NUMBER,
              "protocol",
              STRING,
              "remote_address_group_id",
              STRING,
              "remote_group_id",
              STRING,
              "remote_ip_prefix",
              STRING));

  private static final List<String> TEXTS =
      List.of(
          "id",
          "direction",
          "ethertype",
          "protocol",
          "remote_ip_prefix",
          "remote_group_id",
          "remote_address_group_id",
          "description",
          "action");

  private static final Pattern RANGE = Pattern.compile("(\\d+)(?:-(\\d+))?");

  private SecurityRules() {}

  /** These rules. What a rule does not say is empty, or 0. */
  static List<Map<String, Object>> of(Iterable<JsonNode> rules) {
    List<Map<String, Object>> found = new ArrayList<>();
    rules.forEach(rule -> found.add(of(rule, rule.path("multiport").asText())));
    return found;
  }

  private static Map<String, Object> of(JsonNode rule, String ports) {
    Map<String, Object> found = new LinkedHashMap<>();
    TEXTS.forEach(name -> found.put(name, rule.path(name).asText()));
    found.put("priority", rule.path("priority").asInt());
    found.put("ports", ports);
    found.put("port_range_min", rule.path("port_range_min").asInt());
    found.put("port_range_max", rule.path("port_range_max").asInt());
    Matcher range = RANGE.matcher(ports);
    if (range.matches()) {
      found.put("port_range_min", range.group(1));
      found.put("port_range_max", range.group(2) == null ? range.group(1) : range.group(2));
    }
    return found;
  }
}

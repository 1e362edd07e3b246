package io.ecsim.terraform.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.resource.Body;
import io.ecsim.terraform.resource.Change;
import io.ecsim.terraform.value.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The arguments of a subnet that the cloud keeps in one list, by names of its own. */
final class DhcpOptions {
  /** Arguments by the cloud's name. */
  private static final Map<String, String> ARGUMENTS = new LinkedHashMap<>();

  /** Those that can be taken away; lease times cannot. */
  private static final List<String> REMOVABLE = List.of("ntp", "domainname");

  static {
    ARGUMENTS.put("addresstime", "dhcp_lease_time");
    ARGUMENTS.put("ipv6_addresstime", "dhcp_ipv6_lease_time");
    ARGUMENTS.put("ntp", "ntp_server_address");
    ARGUMENTS.put("domainname", "dhcp_domain_name");
  }

  private DhcpOptions() {}

  /** The options for a new subnet. */
  static List<Map<String, Object>> of(Values subnet) {
    List<Map<String, Object>> options = new ArrayList<>();
    ARGUMENTS.forEach(
        (name, argument) -> {
          if (subnet.filled(argument) != null) {
            options.add(Body.of("opt_name", name, "opt_value", subnet.filled(argument)));
          }
        });
    return options;
  }

  /** All options if any of them changes, else null. What was taken away is sent as null. */
  static List<Map<String, Object>> changed(Change task) {
    if (!task.changes(ARGUMENTS.values().toArray(String[]::new))) {
      return null;
    }
    List<Map<String, Object>> options = of(task.planned());
    for (String name : REMOVABLE) {
      if (task.planned().filled(ARGUMENTS.get(name)) == null) {
        Map<String, Object> none = new HashMap<>();
        none.put("opt_name", name);
        none.put("opt_value", null);
        options.add(none);
      }
    }
    return options;
  }

  /** The arguments that these options are; of others nothing is told. */
  static Map<String, Object> read(JsonNode options) {
    Map<String, Object> arguments = new HashMap<>();
    for (JsonNode option : options) {
      String argument = ARGUMENTS.get(option.path("opt_name").asText());
      if (argument != null) {
        arguments.put(argument, option.path("opt_value"));
      }
    }
    return arguments;
  }
}

package io.ecsim.terraform.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.client.ApiFailure;
import io.ecsim.terraform.resource.Task;
import io.ecsim.terraform.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The name servers of a subnet that names none: those of its region, asked for where they are not
 * known, and public ones where nobody knows them. (provider-behaviour 4.1.)
 */
final class NameServers {
  private static final String USUAL = "100.125.1.250";

  private static final Map<String, List<String>> REGIONS =
      Map.ofEntries(
          Map.entry("cn-north-1", List.of(USUAL, "100.125.21.250")),
          Map.entry("cn-north-4", List.of(USUAL, "100.125.129.250")),
          Map.entry("cn-north-9", List.of(USUAL, "100.125.107.250")),
          Map.entry("cn-east-2", List.of("100.125.17.29", "100.125.135.29")),
          Map.entry("cn-east-3", List.of(USUAL, "100.125.64.250")),
          Map.entry("cn-south-1", List.of(USUAL, "100.125.136.29")),
          Map.entry("cn-south-4", List.of("100.125.0.167")),
          Map.entry("cn-southwest-2", List.of(USUAL, "100.125.129.250")),
          Map.entry("ap-southeast-1", List.of(USUAL, "100.125.3.250")),
          Map.entry("ap-southeast-2", List.of(USUAL, "100.125.1.251")),
          Map.entry("ap-southeast-3", List.of(USUAL, "100.125.128.250")),
          Map.entry("af-south-1", List.of(USUAL, "100.125.1.14")),
          Map.entry("tr-west-1", List.of("100.125.2.250", "100.125.2.251")),
          Map.entry("sa-brazil-1", List.of("100.125.1.22", "100.125.1.90")),
          Map.entry("na-mexico-1", List.of("100.125.1.22", "100.125.1.90")),
          Map.entry("la-north-2", List.of(USUAL, "100.125.1.242")),
          Map.entry("la-south-2", List.of(USUAL, "100.125.0.250")),
          Map.entry("sa-chile-1", List.of(USUAL, "100.125.0.250")));

  private static final List<String> PUBLIC = List.of("8.8.8.8", "114.114.114.114");

  private NameServers() {}

  /** The list for a new subnet; null if it names a first server only. */
  static List<String> of(Task task, Values subnet) {
    List<String> own = subnet.texts("dns_list");
    if (!own.isEmpty()) {
      return own;
    }
    if (subnet.filled("primary_dns") != null) {
      return null;
    }
    String region = subnet.filled("region");
    region = region == null ? task.settings().region() : region;
    return REGIONS.containsKey(region) ? REGIONS.get(region) : asked(task, region);
  }

  private static List<String> asked(Task task, String region) {
    List<String> addresses = new ArrayList<>();
    try {
      JsonNode servers = task.get("dns", "/v2/nameservers?region=" + region).path("nameservers");
      servers
          .path(0)
          .path("ns_records")
          .forEach(record -> addresses.add(record.path("address").asText()));
    } catch (ApiFailure unknown) {
      return PUBLIC;
    }
    return addresses.isEmpty() ? PUBLIC : addresses;
  }
}

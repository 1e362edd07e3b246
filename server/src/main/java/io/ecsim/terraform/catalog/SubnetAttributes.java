package io.ecsim.terraform.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** A subnet of the cloud under the names that configurations use. */
final class SubnetAttributes {
  private SubnetAttributes() {}

  /** All attributes that its resource and its data sources have in common. */
  static Map<String, JsonNode> of(JsonNode subnet) {
    Map<String, JsonNode> attributes = new LinkedHashMap<>();
    for (String same :
        new String[] {
          "id",
          "name",
          "description",
          "cidr",
          "status",
          "vpc_id",
          "gateway_ip",
          "ipv6_enable",
          "dhcp_enable",
          "primary_dns",
          "secondary_dns",
          "availability_zone"
        }) {
      attributes.put(same, subnet.path(same));
    }
    attributes.put("dns_list", subnet.path("dnsList"));
    attributes.put("subnet_id", subnet.path("neutron_subnet_id"));
    attributes.put("ipv4_subnet_id", subnet.path("neutron_subnet_id"));
    attributes.put("ipv6_subnet_id", subnet.path("neutron_subnet_id_v6"));
    attributes.put("ipv6_cidr", subnet.path("cidr_v6"));
    attributes.put("ipv6_gateway", subnet.path("gateway_ip_v6"));
    return attributes;
  }
}

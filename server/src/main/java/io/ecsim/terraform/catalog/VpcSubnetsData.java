package io.ecsim.terraform.catalog;

import static io.ecsim.terraform.schema.Attribute.computed;
import static io.ecsim.terraform.schema.Attribute.optional;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.value.Type.BOOL;
import static io.ecsim.terraform.value.Type.STRING;
import static io.ecsim.terraform.value.Type.list;
import static io.ecsim.terraform.value.Type.map;
import static io.ecsim.terraform.value.Type.object;
import static io.ecsim.terraform.value.Type.set;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.client.ApiFailure;
import io.ecsim.terraform.resource.DataSource;
import io.ecsim.terraform.resource.Found;
import io.ecsim.terraform.resource.ListId;
import io.ecsim.terraform.resource.Query;
import io.ecsim.terraform.resource.Tags;
import io.ecsim.terraform.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Subnets. (provider-behaviour 5.) */
final class VpcSubnetsData implements DataSource {
  private static final Schema SCHEMA =
      Schema.of(
          optional("availability_zone", STRING),
          optional("cidr", STRING),
          optional("gateway_ip", STRING),
          optionalComputed("id", STRING),
          optional("name", STRING),
          optional("primary_dns", STRING),
          optionalComputed("region", STRING),
          optional("secondary_dns", STRING),
          optional("status", STRING),
          optional("tags", map(STRING)),
          optional("vpc_id", STRING),
          computed(
              "subnets",
              list(
                  object(
                      "availability_zone",
                      STRING,
                      "cidr",
                      STRING,
                      "description",
                      STRING,
                      "dhcp_enable",
                      BOOL,
                      "dns_list",
                      set(STRING),
                      "gateway_ip",
                      STRING,
                      "id",
                      STRING,
                      "ipv4_subnet_id",
                      STRING,
                      "ipv6_cidr",
                      STRING,
                      "ipv6_enable",
                      BOOL,
                      "ipv6_gateway",
                      STRING,
                      "ipv6_subnet_id",
                      STRING,
                      "name",
                      STRING,
                      "primary_dns",
                      STRING,
                      "secondary_dns",
                      STRING,
                      "status",
                      STRING,
                      "subnet_id",
                      STRING,
                      "tags",
                      map(STRING),
                      "vpc_id",
                      STRING))));

  @Override
  public String name() {
    return "huaweicloud_vpc_subnets";
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public Found read(Query query) {
    List<Map<String, Object>> subnets = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    for (JsonNode subnet : Networks.subnets(query)) {
      String id = subnet.path("id").asText();
      Map<String, String> tags = tags(query, id);
      if (tags == null || tags.entrySet().containsAll(query.config().map("tags").entrySet())) {
        Map<String, Object> attributes = new LinkedHashMap<>(SubnetAttributes.of(subnet));
        attributes.put("tags", tags);
        subnets.add(attributes);
        ids.add(id);
      }
    }
    return Found.nothing()
        .with("id", ListId.of(ids))
        .with("region", query.region())
        .with("subnets", subnets);
  }

  /** Null where they cannot be had; then they do not decide. */
  private static Map<String, String> tags(Query query, String id) {
    try {
      return Tags.read(query.get("vpc", "/v2.0/{project}/subnets/" + id + "/tags").path("tags"));
    } catch (ApiFailure unreadable) {
      return null;
    }
  }
}

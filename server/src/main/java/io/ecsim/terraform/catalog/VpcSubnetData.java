package io.ecsim.terraform.catalog;

import static io.ecsim.terraform.schema.Attribute.computed;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.value.Type.BOOL;
import static io.ecsim.terraform.value.Type.STRING;
import static io.ecsim.terraform.value.Type.set;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.problem.Problem;
import io.ecsim.terraform.resource.DataSource;
import io.ecsim.terraform.resource.Found;
import io.ecsim.terraform.resource.Query;
import io.ecsim.terraform.schema.Schema;
import java.util.List;

/** The one subnet that fits. (provider-behaviour 5.) */
final class VpcSubnetData implements DataSource {
  private static final Schema SCHEMA =
      Schema.of(
          optionalComputed("availability_zone", STRING),
          optionalComputed("cidr", STRING),
          optionalComputed("gateway_ip", STRING),
          optionalComputed("id", STRING),
          optionalComputed("name", STRING),
          optionalComputed("primary_dns", STRING),
          optionalComputed("region", STRING),
          optionalComputed("secondary_dns", STRING),
          optionalComputed("status", STRING),
          optionalComputed("vpc_id", STRING),
          computed("description", STRING),
          computed("dhcp_enable", BOOL),
          computed("dns_list", set(STRING)),
          computed("ipv4_subnet_id", STRING),
          computed("ipv6_cidr", STRING),
          computed("ipv6_enable", BOOL),
          computed("ipv6_gateway", STRING),
          computed("ipv6_subnet_id", STRING),
          computed("subnet_id", STRING));

  @Override
  public String name() {
    return "huaweicloud_vpc_subnet";
  }

  @Override
  public List<String> aliases() {
    return List.of("huaweicloud_vpc_subnet_v1");
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public Found read(Query query) {
    List<JsonNode> subnets = Networks.subnets(query);
    if (subnets.isEmpty()) {
      throw Problem.error(
          "no matching subnet found. Please change your search criteria and try again.", "");
    }
    if (subnets.size() > 1) {
      throw Problem.error(
          "multiple subnets matched; use additional constraints to reduce matches to a single"
              + " subnet",
          "");
    }
    return Found.nothing().with(SubnetAttributes.of(subnets.get(0))).with("region", query.region());
  }
}

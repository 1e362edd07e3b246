package io.ecsim.terraform.catalog;

import static io.ecsim.terraform.schema.Attribute.computed;
import static io.ecsim.terraform.schema.Attribute.optional;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.schema.Attribute.required;
import static io.ecsim.terraform.schema.Attribute.tags;
import static io.ecsim.terraform.value.Type.BOOL;
import static io.ecsim.terraform.value.Type.STRING;
import static io.ecsim.terraform.value.Type.list;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.plan.Plan;
import io.ecsim.terraform.problem.Problem;
import io.ecsim.terraform.resource.Body;
import io.ecsim.terraform.resource.Change;
import io.ecsim.terraform.resource.Changed;
import io.ecsim.terraform.resource.Creation;
import io.ecsim.terraform.resource.Deletion;
import io.ecsim.terraform.resource.Found;
import io.ecsim.terraform.resource.Reading;
import io.ecsim.terraform.resource.ResourceType;
import io.ecsim.terraform.resource.Tags;
import io.ecsim.terraform.resource.Task;
import io.ecsim.terraform.schema.Check;
import io.ecsim.terraform.schema.Schema;
import io.ecsim.terraform.value.Values;
import java.util.List;
import java.util.Map;

/**
 * A subnet of a private network. Its id is that of the network; what other services call subnet is
 * {@code ipv4_subnet_id}. (terraform-huaweicloud 3.2, provider-behaviour 4.1.)
 */
final class VpcSubnet implements ResourceType {
  private static final Schema SCHEMA =
      Schema.of(
              optionalComputed("id", STRING),
              required("cidr", STRING).forceNew().check(Check.networkCidr()),
              required("gateway_ip", STRING).forceNew().check(Check.address()),
              required("name", STRING),
              required("vpc_id", STRING).forceNew(),
              optionalComputed("availability_zone", STRING).forceNew(),
              optional("description", STRING),
              optional("dhcp_domain_name", STRING),
              optional("dhcp_enable", BOOL).byDefault(true),
              optionalComputed("dhcp_ipv6_lease_time", STRING),
              optionalComputed("dhcp_lease_time", STRING),
              optionalComputed("dns_list", list(STRING)),
              optional("ipv6_enable", BOOL),
              optional("ntp_server_address", STRING),
              optionalComputed("primary_dns", STRING).check(Check.address()),
              optionalComputed("region", STRING).forceNew(),
              optionalComputed("secondary_dns", STRING)
                  .check(Check.address())
                  .requires("primary_dns"),
              tags(),
              computed("ipv4_subnet_id", STRING),
              computed("ipv6_cidr", STRING),
              computed("ipv6_gateway", STRING),
              computed("ipv6_subnet_id", STRING),
              computed("subnet_id", STRING))
          .timeout("create", "5m")
          .timeout("delete", "20m");

  @Override
  public String name() {
    return "huaweicloud_vpc_subnet";
  }

  @Override
  public List<String> aliases() {
    return List.of("huaweicloud_vpc_subnet_v1");
  }

  @Override
  public String thing() {
    return "VPC subnet";
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public void create(Creation task) {
    Values subnet = task.planned();
    Map<String, Object> wanted =
        Body.of(
            "name", subnet.text("name"),
            "cidr", subnet.text("cidr"),
            "vpc_id", subnet.text("vpc_id"),
            "gateway_ip", subnet.text("gateway_ip"),
            "availability_zone", subnet.filled("availability_zone"),
            "description", subnet.filled("description"),
            "ipv6_enable", subnet.isSet("ipv6_enable"),
            "dhcp_enable", subnet.isSet("dhcp_enable"),
            "primary_dns", subnet.filled("primary_dns"),
            "secondary_dns", subnet.filled("secondary_dns"),
            "dnsList", NameServers.of(task, subnet),
            "extra_dhcp_opts", Body.unlessEmpty(DhcpOptions.of(subnet)));
    JsonNode made = task.post("vpc", "/v1/{project}/subnets", Body.of("subnet", wanted));
    task.made(made.path("subnet").path("id").asText());
    task.until(
        "subnet " + task.id() + " to become ACTIVE",
        () -> {
          String status = subnet(task, task.id()).path("status").asText();
          if (status.equals("DOWN") || status.equals("ERROR")) {
            throw Problem.error("subnet status: '" + status + "'", "subnet: " + task.id());
          }
          return status.equals("ACTIVE") ? status : null;
        });
    Tags.act(task, "vpc", tagsOf(task.id()) + "/action", "create", subnet.map("tags"));
  }

  @Override
  public Found read(Reading task) {
    JsonNode subnet = subnet(task, task.id());
    Found found =
        Found.nothing()
            .with(SubnetAttributes.of(subnet))
            .with(DhcpOptions.read(subnet.path("extra_dhcp_opts")))
            .with("region", task.region());
    return Tags.told(found, task, "vpc", tagsOf(task.id()));
  }

  /** Name servers are kept twice, as a list and as first and second; IPv6 brings a range. */
  @Override
  public void plan(Plan plan) {
    if (plan.creates()) {
      return;
    }
    if (plan.changes("dns_list")) {
      unknown(plan, "primary_dns", "secondary_dns");
    } else if (plan.changes("primary_dns") || plan.changes("secondary_dns")) {
      unknown(plan, "dns_list", "primary_dns", "secondary_dns");
    }
    if (plan.changes("ipv6_enable")) {
      unknown(plan, "ipv6_cidr", "ipv6_gateway", "ipv6_subnet_id");
    }
  }

  private static void unknown(Plan plan, String... names) {
    for (String name : names) {
      if (plan.config().get(name) == null) {
        plan.unknown(name);
      }
    }
  }

  @Override
  public void update(Change task) {
    task.when(
        () -> change(task),
        "name",
        "description",
        "dhcp_enable",
        "primary_dns",
        "secondary_dns",
        "dns_list",
        "ipv6_enable",
        "dhcp_lease_time",
        "ntp_server_address",
        "dhcp_ipv6_lease_time",
        "dhcp_domain_name");
    Tags.change(task, "vpc", tagsOf(task.id()) + "/action");
  }

  private static void change(Change task) {
    Values subnet = task.planned();
    boolean six = subnet.isSet("ipv6_enable");
    if (task.prior().isSet("ipv6_enable") && !six) {
      throw Problem.error(
          "parameter cannot be disabled after IPv6 enable", "ipv6_enable: true -> false");
    }
    Map<String, Object> wanted =
        Body.of(
            "name",
            subnet.text("name"),
            // Without it the cloud would take DHCP away.
            "dhcp_enable",
            subnet.isSet("dhcp_enable"),
            "ipv6_enable",
            (task.changes("ipv6_enable") && six) ? true : null,
            "description",
            Changed.text(task, "description"),
            "primary_dns",
            Changed.filled(task, "primary_dns"),
            "secondary_dns",
            Changed.filled(task, "secondary_dns"),
            "dnsList",
            task.changes("dns_list") ? subnet.texts("dns_list") : null,
            "extra_dhcp_opts",
            DhcpOptions.changed(task));
    String vpc = task.prior().text("vpc_id");
    task.put(
        "vpc", "/v1/{project}/vpcs/" + vpc + "/subnets/" + task.id(), Body.of("subnet", wanted));
  }

  @Override
  public void delete(Deletion task) {
    String vpc = task.prior().text("vpc_id");
    task.removed(
        "subnet " + task.id(),
        () -> {
          subnet(task, task.id());
          task.delete("vpc", "/v1/{project}/vpcs/" + vpc + "/subnets/" + task.id());
        },
        403,
        409,
        500);
  }

  private static JsonNode subnet(Task task, String id) {
    return task.get("vpc", "/v1/{project}/subnets/" + id).path("subnet");
  }

  private static String tagsOf(String id) {
    return "/v2.0/{project}/subnets/" + id + "/tags";
  }
}

package io.ecsim.terraform.catalog;

import static io.ecsim.terraform.schema.Attribute.optional;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.schema.Attribute.required;
import static io.ecsim.terraform.value.Type.NUMBER;
import static io.ecsim.terraform.value.Type.STRING;
import static java.util.Locale.ROOT;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.client.ApiFailure;
import io.ecsim.terraform.plan.Plan;
import io.ecsim.terraform.resource.Body;
import io.ecsim.terraform.resource.Change;
import io.ecsim.terraform.resource.Creation;
import io.ecsim.terraform.resource.Deletion;
import io.ecsim.terraform.resource.Found;
import io.ecsim.terraform.resource.Reading;
import io.ecsim.terraform.resource.ResourceType;
import io.ecsim.terraform.resource.Task;
import io.ecsim.terraform.schema.Check;
import io.ecsim.terraform.schema.Schema;
import io.ecsim.terraform.value.Values;
import java.util.List;
import java.util.Map;

/** A rule of a security group; never changed in place. (provider-behaviour 4.1.) */
final class NetworkingSecgroupRule implements ResourceType {
  private static final String OLDER = "/v1/{project}/security-group-rules";

  private static final Schema SCHEMA =
      Schema.of(
              optionalComputed("id", STRING),
              required("direction", STRING)
                  .forceNew()
                  .check(Check.oneOfIgnoringCase("ingress", "egress")),
              required("ethertype", STRING)
                  .forceNew()
                  .check(Check.oneOfIgnoringCase("IPv4", "IPv6")),
              required("security_group_id", STRING).forceNew(),
              optionalComputed("action", STRING)
                  .forceNew()
                  .oneOf("allow", "deny")
                  .conflictsWith("port_range_min", "port_range_max"),
              optional("description", STRING).forceNew(),
              optionalComputed("port_range_max", NUMBER).forceNew().requires("port_range_min"),
              optionalComputed("port_range_min", NUMBER).forceNew().requires("protocol"),
              optionalComputed("ports", STRING)
                  .forceNew()
                  .conflictsWith("port_range_min", "port_range_max")
                  .requires("protocol"),
              optionalComputed("priority", NUMBER)
                  .forceNew()
                  .conflictsWith("port_range_min", "port_range_max"),
              optionalComputed("protocol", STRING)
                  .forceNew()
                  .check(
                      Check.matching(
                          "^(tcp|udp|icmp|icmpv6|[0-1]?[0-9]?[0-9]|2[0-4][0-9]|25[0-5])$",
                          "one of tcp, udp, icmp, icmpv6, or a number from 0 to 255")),
              optionalComputed("region", STRING).forceNew(),
              optionalComputed("remote_address_group_id", STRING)
                  .forceNew()
                  .conflictsWith("port_range_min", "port_range_max"),
              optionalComputed("remote_group_id", STRING).forceNew(),
              optionalComputed("remote_ip_prefix", STRING).forceNew().check(Check.networkCidr()))
          .timeout("delete", "10m");

  @Override
  public String name() {
    return "huaweicloud_networking_secgroup_rule";
  }

  @Override
  public List<String> aliases() {
    return List.of("huaweicloud_networking_secgroup_rule_v2");
  }

  @Override
  public String thing() {
    return "security group rule";
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public void create(Creation task) {
    Values rule = task.planned();
    Map<String, Object> body =
        Body.of(
            "security_group_id", rule.text("security_group_id"),
            "direction", rule.text("direction"),
            "ethertype", rule.text("ethertype"),
            "protocol", rule.filled("protocol"),
            "remote_group_id", rule.filled("remote_group_id"),
            "remote_ip_prefix", prefix(rule),
            "description", rule.filled("description"));
    boolean newer = isNewer(rule);
    if (newer) {
      body.putAll(
          Body.of(
              "multiport", rule.filled("ports"),
              "action", rule.filled("action"),
              "priority", positive(rule, "priority"),
              "remote_address_group_id", rule.filled("remote_address_group_id")));
    } else {
      body.putAll(
          Body.of(
              "port_range_min", positive(rule, "port_range_min"),
              "port_range_max", positive(rule, "port_range_max")));
    }
    String path = newer ? "/v3/{project}/vpc/security-group-rules" : OLDER;
    JsonNode made = task.post("vpc", path, Body.of("security_group_rule", body));
    task.made(made.path("security_group_rule").path("id").asText());
  }

  /** Whether it uses what the older API does not know. */
  private static boolean isNewer(Values rule) {
    return rule.filled("ports") != null
        || rule.filled("action") != null
        || positive(rule, "priority") != null
        || rule.filled("remote_address_group_id") != null;
  }

  private static Long positive(Values rule, String name) {
    Long number = rule.number(name);
    return number == null || number == 0 ? null : number;
  }

  private static String prefix(Values rule) {
    String written = rule.filled("remote_ip_prefix");
    return written == null ? null : written.toLowerCase(ROOT);
  }

  @Override
  public Found read(Reading task) {
    JsonNode rule = rule(task, task.id());
    Found found =
        Found.of(rule)
            .with("region", task.region())
            .with("protocol", rule.path("protocol").asText())
            .with("remote_group_id", rule.path("remote_group_id").asText())
            .with("remote_ip_prefix", spelled(task, rule.path("remote_ip_prefix").asText()))
            .with("port_range_min", rule.path("port_range_min").asInt())
            .with("port_range_max", rule.path("port_range_max").asInt());
    try {
      JsonNode details =
          task.get("vpc", "/v3/{project}/vpc/security-group-rules/" + task.id())
              .path("security_group_rule");
      return found
          .with("ports", details.path("multiport").asText())
          .with("action", details.path("action").asText())
          .with("priority", details.path("priority").asInt())
          .with("remote_address_group_id", details.path("remote_address_group_id").asText());
    } catch (ApiFailure unpublished) {
      return found;
    }
  }

  /** The user's spelling, if nothing but capitals is different. */
  private static String spelled(Reading task, String told) {
    String known = task.current().text("remote_ip_prefix");
    return told.equalsIgnoreCase(known) ? known : told;
  }

  /** The cloud knows no capitals, so after an import they are no difference either. */
  @Override
  public void plan(Plan plan) {
    String known = plan.prior().text("remote_ip_prefix");
    if (known != null && known.equalsIgnoreCase(plan.planned().text("remote_ip_prefix"))) {
      plan.keep("remote_ip_prefix");
    }
  }

  @Override
  public void update(Change task) {
    // Only timeouts can change without a new rule.
  }

  @Override
  public void delete(Deletion task) {
    task.removed(
        "security group rule " + task.id(),
        () -> {
          rule(task, task.id());
          task.delete("vpc", OLDER + "/" + task.id());
        });
  }

  private static JsonNode rule(Task task, String id) {
    return task.get("vpc", OLDER + "/" + id).path("security_group_rule");
  }
}

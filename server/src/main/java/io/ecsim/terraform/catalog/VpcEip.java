package io.ecsim.terraform.catalog;

import static io.ecsim.terraform.schema.Attribute.computed;
import static io.ecsim.terraform.schema.Attribute.optional;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.schema.Attribute.required;
import static io.ecsim.terraform.schema.Attribute.tags;
import static io.ecsim.terraform.schema.NestedBlock.blocks;
import static io.ecsim.terraform.value.Type.NUMBER;
import static io.ecsim.terraform.value.Type.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.client.ApiFailure;
import io.ecsim.terraform.plan.Plan;
import io.ecsim.terraform.problem.Problem;
import io.ecsim.terraform.resource.Billing;
import io.ecsim.terraform.resource.Body;
import io.ecsim.terraform.resource.Change;
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
import java.util.Objects;

/** A public address with its bandwidth. (terraform-huaweicloud 3.3, provider-behaviour 4.1.) */
final class VpcEip implements ResourceType {
  private static final List<String> OF_THE_PORT =
      List.of(
          "associate_id",
          "associate_type",
          "instance_id",
          "instance_type",
          "port_id",
          "private_ip",
          "status");

  private static final Schema SCHEMA =
      Schema.of(
              optionalComputed("id", STRING),
              blocks(
                  "bandwidth",
                  1,
                  1,
                  required("share_type", STRING).forceNew().oneOf("PER", "WHOLE"),
                  optionalComputed("charge_mode", STRING),
                  optionalComputed("id", STRING).forceNew().exactlyOneOf("bandwidth.0.name"),
                  optionalComputed("name", STRING).requires("bandwidth.0.size"),
                  optionalComputed("size", NUMBER)),
              blocks(
                  "publicip",
                  1,
                  1,
                  optionalComputed("ip_address", STRING).forceNew().check(Check.address4()),
                  optionalComputed("ip_version", NUMBER).oneOf(4, 6),
                  optionalComputed("port_id", STRING),
                  optional("type", STRING).forceNew().byDefault("5_bgp")),
              optional("auto_pay", STRING)
                  .forceNew()
                  .deprecated()
                  .oneOf("true", "false")
                  .conflictsWith("publicip.0.ip_address"),
              optional("auto_renew", STRING)
                  .oneOf("true", "false")
                  .conflictsWith("publicip.0.ip_address"),
              optionalComputed("charging_mode", STRING).oneOf("prePaid", "postPaid"),
              optional("description", STRING),
              optionalComputed("enterprise_project_id", STRING),
              optional("name", STRING),
              optional("period", NUMBER)
                  .conflictsWith("publicip.0.ip_address")
                  .requires("period_unit"),
              optional("period_unit", STRING)
                  .oneOf("month", "year")
                  .conflictsWith("publicip.0.ip_address")
                  .requires("period"),
              optionalComputed("region", STRING).forceNew(),
              tags(),
              computed("address", STRING),
              computed("associate_id", STRING),
              computed("associate_type", STRING),
              computed("created_at", STRING),
              computed("instance_id", STRING),
              computed("instance_type", STRING),
              computed("ipv6_address", STRING),
              computed("port_id", STRING),
              computed("private_ip", STRING),
              computed("status", STRING),
              computed("updated_at", STRING).changesOnUpdate())
          .timeout("create", "10m")
          .timeout("update", "5m")
          .timeout("delete", "5m");

  @Override
  public String name() {
    return "huaweicloud_vpc_eip";
  }

  @Override
  public List<String> aliases() {
    return List.of("huaweicloud_vpc_eip_v1");
  }

  @Override
  public String thing() {
    return "EIP";
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public void create(Creation task) {
    Values eip = task.planned();
    Values address = eip.block("publicip");
    Values bandwidth = eip.block("bandwidth");
    boolean prepaid = Billing.isPrepaid(eip);
    if (prepaid) {
      demandOwnBandwidth(bandwidth);
    }
    Map<String, Object> wanted =
        Body.of(
            "publicip",
            Body.of(
                "alias", eip.filled("name"),
                "type", address.text("type"),
                "ip_address", address.filled("ip_address"),
                "ip_version", address.number("ip_version")),
            "bandwidth",
            Body.of(
                "id", bandwidth.filled("id"),
                "name", bandwidth.filled("name"),
                "size", bandwidth.number("size"),
                "share_type", bandwidth.text("share_type"),
                "charge_mode", bandwidth.filled("charge_mode")),
            "enterprise_project_id",
            task.enterpriseProject(eip),
            "extendParam",
            VpcEipChanges.order(eip));
    String version = prepaid ? "v2.0" : "v1";
    JsonNode made = task.post("vpc", "/" + version + "/{project}/publicips", wanted);
    task.made(made.path("publicip").path("id").asText());
    settled(task, task.id());
    if (address.filled("port_id") != null) {
      bind(task, task.id(), address.filled("port_id"));
    }
    Tags.act(task, "vpc", tagsOf(task.id()), "create", eip.map("tags"));
    if (eip.filled("description") != null) {
      describe(task, task.id(), eip.text("description"));
    }
  }

  private static void demandOwnBandwidth(Values bandwidth) {
    if (bandwidth.filled("name") == null || "WHOLE".equals(bandwidth.text("share_type"))) {
      throw Problem.error("shared bandwidth is not supported in prePaid charging mode", "");
    }
    if ("traffic".equals(bandwidth.text("charge_mode"))) {
      throw Problem.error("the EIP can only be billed by bandwidth in prePaid charging mode", "");
    }
  }

  /** Waits for a status in which nothing is under way. */
  private static void settled(Task task, String id) {
    task.until(
        "EIP " + id + " to become DOWN or ACTIVE",
        () -> {
          String status = eip(task, id).path("status").asText();
          if (status.equals("ERROR") || status.equals("BIND_ERROR")) {
            throw Problem.error("unexpected status '" + status + "'", "EIP: " + id);
          }
          return status.equals("DOWN") || status.equals("ACTIVE") ? status : null;
        });
  }

  /** Binds it to this port; null takes it off the one that it is bound to. */
  static void bind(Task task, String id, String port) {
    task.put("vpc", path(id), Map.of("publicip", Body.of("port_id", port)));
    settled(task, id);
  }

  /** Gives it another description. */
  static void describe(Task task, String id, String description) {
    task.put(
        "vpc",
        "/v3/{project}/eip/publicips/" + id,
        Body.of("publicip", Body.of("description", description)));
  }

  @Override
  public Found read(Reading task) {
    JsonNode eip = eip(task, task.id());
    JsonNode bandwidth =
        task.get("vpc", "/v1/{project}/bandwidths/" + eip.path("bandwidth_id").asText())
            .path("bandwidth");
    Found found =
        Found.of(eip)
            .without("name", "description")
            .with("name", eip.path("alias").asText())
            .with("region", task.region())
            .with("address", eip.path("public_ip_address"))
            .with("ipv6_address", eip.path("public_ipv6_address").asText())
            .with("private_ip", eip.path("private_ip_address").asText())
            .with("port_id", eip.path("port_id").asText())
            .with("created_at", eip.path("create_time"))
            .with("status", status(eip.path("status").asText()))
            .with(
                "charging_mode",
                eip.path("profile").path("order_id").asText().isEmpty() ? "postPaid" : "prePaid")
            .with("publicip", List.of(address(eip)))
            .with("bandwidth", List.of(bandwidth(eip, bandwidth)));
    try {
      return details(
          found, task.get("vpc", "/v3/{project}/eip/publicips/" + task.id()).path("publicip"));
    } catch (ApiFailure unpublished) {
      return found;
    }
  }

  private static String status(String status) {
    return switch (status) {
      case "DOWN" -> "UNBOUND";
      case "ACTIVE" -> "BOUND";
      default -> status;
    };
  }

  private static Map<String, Object> address(JsonNode eip) {
    return Body.of(
        "type", eip.path("type"),
        "ip_version", eip.path("ip_version"),
        "ip_address", eip.path("public_ip_address"),
        "port_id", eip.path("port_id").asText());
  }

  private static Map<String, Object> bandwidth(JsonNode eip, JsonNode bandwidth) {
    return Body.of(
        "id", eip.path("bandwidth_id"),
        "name", bandwidth.path("name"),
        "size", eip.path("bandwidth_size"),
        "share_type", eip.path("bandwidth_share_type"),
        "charge_mode", bandwidth.path("charge_mode"));
  }

  private static Found details(Found found, JsonNode eip) {
    return found
        .with("updated_at", eip.path("updated_at"))
        .with("associate_type", eip.path("associate_instance_type").asText())
        .with("associate_id", eip.path("associate_instance_id").asText())
        .with("instance_type", eip.path("vnic").path("instance_type").asText())
        .with("instance_id", eip.path("vnic").path("instance_id").asText())
        .with("description", eip.path("description").asText());
  }

  /** Another port means another private address, and whatever else the port belongs to. */
  @Override
  public void plan(Plan plan) {
    Object from = plan.prior().block("publicip").get("port_id");
    Object to = plan.planned().block("publicip").get("port_id");
    if (!plan.creates() && !Objects.equals(from, to)) {
      for (String name : OF_THE_PORT) {
        plan.unknown(name);
      }
    }
  }

  @Override
  public void update(Change task) {
    VpcEipChanges.of(task);
  }

  @Override
  public void delete(Deletion task) {
    eip(task, task.id());
    if (task.prior().block("publicip").filled("port_id") != null) {
      try {
        bind(task, task.id(), null);
      } catch (ApiFailure stillBound) {
        // The deletion will tell, if that matters.
      }
    }
    if (Billing.isPrepaid(task.prior())) {
      task.post(
          "bss",
          "/v2/orders/subscriptions/resources/unsubscribe",
          Body.of("resource_ids", List.of(task.id()), "unsubscribe_type", 1));
    } else {
      task.delete("vpc", path(task.id()));
    }
    task.untilGone("EIP " + task.id(), () -> eip(task, task.id()));
  }

  private static JsonNode eip(Task task, String id) {
    return task.get("vpc", path(id)).path("publicip");
  }

  /** Where the EIP of this id is. */
  static String path(String id) {
    return "/v1/{project}/publicips/" + id;
  }

  /** What changes its tags. */
  static String tagsOf(String id) {
    return "/v2.0/{project}/publicips/" + id + "/tags/action";
  }
}

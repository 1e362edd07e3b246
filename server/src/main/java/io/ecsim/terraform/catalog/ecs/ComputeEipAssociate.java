package io.ecsim.terraform.catalog.ecs;

import static io.ecsim.terraform.schema.Attribute.computed;
import static io.ecsim.terraform.schema.Attribute.optional;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.schema.Attribute.required;
import static io.ecsim.terraform.value.Type.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.client.ApiFailure;
import io.ecsim.terraform.problem.Path;
import io.ecsim.terraform.problem.Problem;
import io.ecsim.terraform.resource.Body;
import io.ecsim.terraform.resource.Change;
import io.ecsim.terraform.resource.Creation;
import io.ecsim.terraform.resource.Deletion;
import io.ecsim.terraform.resource.Found;
import io.ecsim.terraform.resource.Reading;
import io.ecsim.terraform.resource.ResourceType;
import io.ecsim.terraform.resource.Task;
import io.ecsim.terraform.resource.Url;
import io.ecsim.terraform.schema.Check;
import io.ecsim.terraform.schema.Schema;
import io.ecsim.terraform.value.Values;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A public address, or an IPv6 bandwidth, at a server. (terraform-huaweicloud 2.2,
 * provider-behaviour 2.2.)
 */
final class ComputeEipAssociate implements ResourceType {
  private static final Schema SCHEMA =
      Schema.of(
              optionalComputed("id", STRING),
              required("instance_id", STRING).forceNew(),
              optional("bandwidth_id", STRING).forceNew().requires("fixed_ip"),
              optionalComputed("fixed_ip", STRING).forceNew().check(Check.address()),
              optional("public_ip", STRING)
                  .forceNew()
                  .check(Check.address4())
                  .exactlyOneOf("bandwidth_id"),
              optionalComputed("region", STRING).forceNew(),
              computed("port_id", STRING))
          .timeout("create", "10m");

  @Override
  public String name() {
    return "huaweicloud_compute_eip_associate";
  }

  @Override
  public List<String> aliases() {
    return List.of("huaweicloud_compute_floatingip_associate_v2");
  }

  @Override
  public String thing() {
    return "EIP association";
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public void create(Creation task) {
    Values association = task.planned();
    String ip = association.filled("fixed_ip");
    if (association.filled("bandwidth_id") != null && ip != null && ip.indexOf(':') < 0) {
      throw Problem.error("the fixed_ip must be a valid IPv6 address, got: " + ip, "")
          .at(Path.of("fixed_ip"));
    }
    String server = association.text("instance_id");
    JsonNode address = address(task, server, ip);
    if (address == null) {
      throw Problem.error(
          "error getting port ID of compute instance: the port ID does not exist",
          "The server " + server + " has no address " + (ip == null ? "" : ip));
    }
    String port = port(address);
    String end = "/" + server + "/" + address.path("addr").asText();
    if (association.filled("public_ip") != null) {
      String eip = association.text("public_ip");
      bind(task, eip(task, eip).path("id").asText(), port);
      task.made(eip + end);
    } else {
      String bandwidth = association.text("bandwidth_id");
      share(task, bandwidth, "insert", port);
      task.made(bandwidth + end);
    }
    task.until(
        "the association " + task.id(), () -> isBound(task, association, port) ? true : null);
  }

  @Override
  public Found read(Reading task) {
    Values association = task.current();
    String server = association.text("instance_id");
    JsonNode address = address(task, server, association.filled("fixed_ip"));
    if (address == null || !isBound(task, association, port(address))) {
      return null;
    }
    return Found.nothing()
        .with("region", task.region())
        .with("instance_id", server)
        .with("fixed_ip", address.path("addr"))
        .with("port_id", port(address));
  }

  @Override
  public void update(Change task) {
    // Every argument means a new association.
  }

  @Override
  public void delete(Deletion task) {
    Values association = task.prior();
    JsonNode address =
        address(task, association.text("instance_id"), association.filled("fixed_ip"));
    if (address == null) {
      return;
    }
    if (association.filled("public_ip") != null) {
      bind(task, eip(task, association.text("public_ip")).path("id").asText(), null);
    } else {
      share(task, association.text("bandwidth_id"), "remove", port(address));
    }
  }

  @Override
  public Map<String, Object> imported(String id) {
    String[] parts = id.split("/", -1);
    if (parts.length != 2 && parts.length != 3) {
      throw Problem.error(
          "invalid format specified for import ID",
          id + " is not <public_ip or bandwidth_id>/<instance_id>[/<fixed_ip>]");
    }
    Map<String, Object> known = new HashMap<>();
    known.put("id", id);
    boolean eip = Check.address4().wrong("", parts[0]) == null;
    known.put(eip ? "public_ip" : "bandwidth_id", parts[0]);
    known.put("instance_id", parts[1]);
    known.put("fixed_ip", parts.length == 3 && !parts[2].isEmpty() ? parts[2] : null);
    return known;
  }

  /** This fixed address of a server, or its first one; null if there is none. */
  private static JsonNode address(Task task, String server, String ip) {
    JsonNode told = Servers.get(task, server);
    if (told.path("status").asText().endsWith("DELETED")) {
      return null;
    }
    for (JsonNode network : told.path("addresses")) {
      for (JsonNode address : network) {
        boolean fixed = address.path("OS-EXT-IPS:type").asText().equals("fixed");
        if (fixed && (ip == null || ip.equals(address.path("addr").asText()))) {
          return address;
        }
      }
    }
    return null;
  }

  private static String port(JsonNode address) {
    return address.path("OS-EXT-IPS:port_id").asText();
  }

  /** The public address that is written so. */
  static JsonNode eip(Task task, String ip) {
    JsonNode found = seen(task, ip);
    if (found == null) {
      throw Problem.error("error getting EIP: queried none results with " + ip, "");
    }
    return found;
  }

  private static JsonNode seen(Task task, String ip) {
    String url =
        Url.of(
            "/v1/{project}/publicips",
            "public_ip_address",
            ip,
            "enterprise_project_id",
            "all_granted_eps");
    JsonNode found = task.get("vpc", url).path("publicips").path(0);
    return found.isMissingNode() ? null : found;
  }

  /** Binds to this port; to none if it is null. */
  private static void bind(Task task, String eip, String port) {
    task.put("vpc", "/v1/{project}/publicips/" + eip, Map.of("publicip", Body.of("port_id", port)));
  }

  private static void share(Task task, String bandwidth, String action, String port) {
    task.post(
        "vpc",
        "/v2.0/{project}/bandwidths/" + bandwidth + "/" + action,
        Body.of(
            "publicip_info",
            List.of(Body.of("publicip_id", port, "publicip_type", "5_dualStack"))));
  }

  private static boolean isBound(Task task, Values association, String port) {
    if (association.filled("public_ip") != null) {
      JsonNode eip = seen(task, association.text("public_ip"));
      return eip != null && eip.path("port_id").asText().equals(port);
    }
    try {
      String path = "/v1/{project}/bandwidths/" + association.text("bandwidth_id");
      for (JsonNode member : task.get("vpc", path).path("bandwidth").path("publicip_info")) {
        if (member.path("publicip_id").asText().equals(port)) {
          return true;
        }
      }
      return false;
    } catch (ApiFailure failure) {
      if (failure.isNotFound()) {
        return false;
      }
      throw failure;
    }
  }
}

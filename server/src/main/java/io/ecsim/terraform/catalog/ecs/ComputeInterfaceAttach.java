package io.ecsim.terraform.catalog.ecs;

import static io.ecsim.terraform.schema.Attribute.computed;
import static io.ecsim.terraform.schema.Attribute.optional;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.schema.Attribute.required;
import static io.ecsim.terraform.value.Type.BOOL;
import static io.ecsim.terraform.value.Type.STRING;
import static io.ecsim.terraform.value.Type.list;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.client.ApiFailure;
import io.ecsim.terraform.plan.Plan;
import io.ecsim.terraform.problem.Problem;
import io.ecsim.terraform.resource.Body;
import io.ecsim.terraform.resource.Change;
import io.ecsim.terraform.resource.Creation;
import io.ecsim.terraform.resource.Deletion;
import io.ecsim.terraform.resource.Found;
import io.ecsim.terraform.resource.Reading;
import io.ecsim.terraform.resource.ResourceType;
import io.ecsim.terraform.resource.Task;
import io.ecsim.terraform.schema.Schema;
import io.ecsim.terraform.value.Values;
import java.util.List;
import java.util.Map;

/** A network card at a server. (terraform-huaweicloud 2.2, provider-behaviour 2.2.) */
final class ComputeInterfaceAttach implements ResourceType {
  private static final Schema SCHEMA =
      Schema.of(
              optionalComputed("id", STRING),
              required("instance_id", STRING).forceNew(),
              optionalComputed("delete_on_termination", STRING).oneOf("true", "false"),
              optionalComputed("fixed_ip", STRING),
              optionalComputed("fixed_ipv6", STRING),
              optional("ipv6_bandwidth_id", STRING).forceNew(),
              optionalComputed("ipv6_enable", BOOL).forceNew(),
              optionalComputed("network_id", STRING).exactlyOneOf("port_id"),
              optionalComputed("port_id", STRING).forceNew(),
              optionalComputed("region", STRING).forceNew(),
              optionalComputed("security_group_ids", list(STRING)),
              optional("source_dest_check", BOOL).byDefault(true),
              computed("mac", STRING))
          .timeout("create", "10m")
          .timeout("delete", "10m");

  @Override
  public String name() {
    return "huaweicloud_compute_interface_attach";
  }

  @Override
  public List<String> aliases() {
    return List.of("huaweicloud_compute_interface_attach_v2");
  }

  @Override
  public String thing() {
    return "interface attachment";
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public void create(Creation task) {
    Values card = task.planned();
    // A server takes one card at a time.
    task.exclusively(card.text("instance_id"), () -> attach(task, card));
    if ("false".equals(card.text("delete_on_termination"))) {
      setDeletion(task, task.id(), card);
    }
    if (card.filled("fixed_ipv6") != null) {
      change(task, task.id(), card, Body.of("ipv6_address", card.text("fixed_ipv6")));
    }
    if (!card.isSet("source_dest_check")) {
      port(task, task.id(), card);
    }
  }

  private static void attach(Creation task, Values card) {
    JsonNode accepted =
        task.post(
            "ecs",
            Servers.path(card.text("instance_id")) + "/nics",
            Body.of(
                "nics",
                List.of(
                    Body.of(
                        "subnet_id",
                        card.filled("network_id"),
                        "security_groups",
                        Body.unlessEmpty(
                            card.texts("security_group_ids").stream()
                                .map(id -> Body.of("id", id))
                                .toList()),
                        "ip_address",
                        card.filled("fixed_ip"),
                        "port_id",
                        card.filled("port_id"),
                        "ipv6_enable",
                        card.isSet("ipv6_enable") ? true : null,
                        "ipv6_bandwidth",
                        Body.of("id", card.filled("ipv6_bandwidth_id"))))));
    JsonNode job = task.job("ecs", accepted);
    task.made(
        job.path("entities").path("sub_jobs").path(0).path("entities").path("nic_id").asText());
  }

  @Override
  public Found read(Reading task) {
    String server = task.current().text("instance_id");
    JsonNode card = card(task, server);
    if (card == null) {
      return null;
    }
    JsonNode port = task.get("vpc", "/v1/{project}/ports/" + task.id()).path("port");
    JsonNode addresses = card.path("fixed_ips");
    return Found.nothing()
        .with("region", task.region())
        .with("instance_id", server)
        .with("port_id", task.id())
        .with("network_id", card.path("net_id"))
        .with("fixed_ip", addresses.path(0).path("ip_address").asText())
        .with("fixed_ipv6", addresses.path(1).path("ip_address").asText())
        .with("ipv6_enable", addresses.size() == 2)
        .with("delete_on_termination", card.path("delete_on_termination").asBoolean())
        .with("mac", card.path("mac_addr"))
        .with("security_group_ids", port.path("security_groups"))
        .with("source_dest_check", port.path("allowed_address_pairs").isEmpty())
        .with("ipv6_bandwidth_id", port.path("ipv6_bandwidth_id"));
  }

  /** The card as its server shows it; null if the server or the card is gone. */
  private static JsonNode card(Reading task, String server) {
    try {
      for (JsonNode card :
          task.get("ecs", Servers.path(server) + "/os-interface").path("interfaceAttachments")) {
        if (card.path("port_id").asText().equals(task.id())) {
          return card;
        }
      }
      return null;
    } catch (ApiFailure failure) {
      // The cloud may also tell with a 400 that there is no such server.
      if (failure.status() == 400 && failure.code().equals("Ecs.0307")) {
        return null;
      }
      throw failure;
    }
  }

  @Override
  public void plan(Plan plan) {
    if (plan.creates() || !plan.changes("network_id")) {
      return;
    }
    for (String address : List.of("fixed_ip", "fixed_ipv6")) {
      if (plan.config().get(address) == null) {
        plan.unknown(address);
      }
    }
  }

  @Override
  public void update(Change task) {
    Values card = task.planned();
    task.when(() -> setDeletion(task, task.id(), card), "delete_on_termination");
    task.when(() -> move(task, card), "network_id", "fixed_ip", "fixed_ipv6");
    task.when(() -> port(task, task.id(), card), "security_group_ids", "source_dest_check");
  }

  private static void move(Change task, Values card) {
    boolean newAddress = task.changes("fixed_ip");
    boolean moves = newAddress || task.changes("network_id");
    change(
        task,
        task.id(),
        card,
        Body.of(
            "subnet_id",
            moves ? card.text("network_id") : null,
            "ip_address",
            newAddress ? card.text("fixed_ip") : null,
            "ipv6_address",
            task.changes("fixed_ipv6") ? card.text("fixed_ipv6") : null));
  }

  private static void change(Task task, String id, Values card, Map<String, Object> body) {
    task.post("ecs", path(id, card) + "/change-network-interface", body);
  }

  private static void setDeletion(Task task, String id, Values card) {
    task.put(
        "ecs",
        path(id, card),
        Body.of(
            "interface_attachment",
            Body.of("delete_on_termination", Boolean.valueOf(card.text("delete_on_termination")))));
  }

  private static String path(String id, Values card) {
    return Servers.path(card.text("instance_id")) + "/os-interface/" + id;
  }

  /** What the card lets through. */
  private static void port(Task task, String id, Values card) {
    task.put(
        "vpc",
        "/v1/{project}/ports/" + id,
        Body.of(
            "port",
            Body.of(
                "allowed_address_pairs",
                NetworkCards.pairs(card.isSet("source_dest_check")),
                "security_groups",
                Body.unlessEmpty(card.texts("security_group_ids")))));
  }

  @Override
  public void delete(Deletion task) {
    String server = task.prior().text("instance_id");
    task.exclusively(
        server,
        () ->
            task.job(
                "ecs",
                task.post(
                    "ecs",
                    Servers.path(server) + "/nics/delete",
                    Body.of("nics", List.of(Body.of("id", task.id()))))));
  }

  @Override
  public Map<String, Object> imported(String id) {
    String[] parts = id.split("/", -1);
    if (parts.length != 2) {
      throw Problem.error(
          "invalid format specified for import ID, must be <instance_id>/<port_id>", id);
    }
    return Map.of("id", parts[1], "instance_id", parts[0]);
  }
}

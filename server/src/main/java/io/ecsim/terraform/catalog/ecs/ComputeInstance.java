package io.ecsim.terraform.catalog.ecs;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.catalog.ims.Images;
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
import io.ecsim.terraform.schema.Schema;
import io.ecsim.terraform.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server. (terraform-huaweicloud 2.1, provider-behaviour 2.1.) */
final class ComputeInstance implements ResourceType {
  private static final Logger LOG = LoggerFactory.getLogger(ComputeInstance.class);

  @Override
  public String name() {
    return "huaweicloud_compute_instance";
  }

  @Override
  public List<String> aliases() {
    return List.of("huaweicloud_compute_instance_v2");
  }

  @Override
  public String thing() {
    return "compute instance";
  }

  @Override
  public Schema schema() {
    return ComputeInstanceTable.SCHEMA;
  }

  @Override
  public void create(Creation task) {
    Values server = task.planned();
    JsonNode accepted =
        task.post("ecs", "/v1.1/{project}/cloudservers", ComputeInstanceRequest.of(task, server));
    String id = accepted.path("serverIds").path(0).asText();
    if (!id.isEmpty()) {
      task.made(id);
    }
    if (Billing.isPrepaid(server)) {
      task.made(Billing.delivered(task, accepted));
    } else {
      JsonNode job = task.job("ecs", accepted);
      task.made(
          job.path("entities")
              .path("sub_jobs")
              .path(0)
              .path("entities")
              .path("server_id")
              .asText(id));
    }
    if (!server.map("metadata").isEmpty()) {
      String path = Servers.path(task.id()) + "/metadata";
      task.post("ecs", path, Body.of("metadata", server.map("metadata")));
    }
    String power = Objects.toString(server.text("power_action"), "");
    if (power.endsWith("OFF")) {
      Power.act(task, task.id(), power);
    }
    checkSources(task, server.blocks("network"));
  }

  private static void checkSources(Creation task, List<Values> blocks) {
    if (blocks.stream().allMatch(block -> block.isSet("source_dest_check"))) {
      return;
    }
    List<Map<String, Object>> cards = NetworkCards.of(task, Servers.get(task, task.id()), blocks);
    for (int i = 0; i < cards.size() && i < blocks.size(); i++) {
      if (!blocks.get(i).isSet("source_dest_check")) {
        NetworkCards.checkSource(task, (String) cards.get(i).get("port"), false);
      }
    }
  }

  @Override
  public Found read(Reading task) {
    JsonNode server = Servers.get(task, task.id());
    if (server.path("status").asText().equals("DELETED")) {
      return null;
    }
    JsonNode metadata = server.path("metadata");
    Found found =
        Found.nothing()
            .with("region", task.region())
            .with("enterprise_project_id", server.path("enterprise_project_id"))
            .with("availability_zone", server.path("OS-EXT-AZ:availability_zone"))
            .with("name", server.path("name"))
            .with("description", server.path("description").asText(""))
            .with("hostname", server.path("OS-EXT-SRV-ATTR:hostname"))
            .with("status", server.path("status"))
            .with("agency_name", metadata.path("agency_name").asText(""))
            .with("agent_list", metadata.path("__support_agent_list").asText(""))
            .with("charging_mode", Servers.chargingMode(server))
            .with("expired_time", Servers.paidUntil(task, server))
            .with("created_at", server.path("created"))
            .with("updated_at", server.path("updated"))
            .with("auto_terminate_time", server.path("auto_terminate_time").asText(""))
            .with("public_ip", Servers.publicAddress(server))
            .with("flavor_id", server.path("flavor").path("id"))
            .with("flavor_name", server.path("flavor").path("name"));
    if (!server.path("key_name").asText("").isEmpty()) {
      found.with("key_pair", server.path("key_name"));
    }
    if (server.path("enclave_options").isObject()) {
      found.with("enclave_options", List.of(server.path("enclave_options")));
    }
    image(task, server.path("image").path("id").asText(), found);
    network(task, server, found);
    ServerDisks.tell(task, server, found);
    hints(server.path("os:scheduler_hints"), found);
    return found.with("tags", tags(server, task.current().map("tags")));
  }

  private static void image(Task task, String id, Found found) {
    JsonNode image = null;
    try {
      image = Images.seen(task, id, null);
    } catch (ApiFailure failure) {
      LOG.warn("image {} cannot be read: {}", id, failure.line());
    }
    found
        .with("image_id", id)
        .with("image_name", image == null ? "Image not found" : image.path("name").asText());
  }

  private static void network(Reading task, JsonNode server, Found found) {
    List<Map<String, Object>> cards =
        NetworkCards.of(task, server, task.current().blocks("network"));
    List<String> names = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    for (JsonNode group : server.path("security_groups")) {
      names.add(group.path("name").asText());
      ids.add(group.path("id").asText());
    }
    // A port keeps the order in which they were set; the server does not.
    List<String> ordered =
        NetworkCards.securityGroups(task, task.id(), Servers.primaryPort(server));
    found
        .with("network", cards)
        .with("access_ip_v4", NetworkCards.access(cards, "fixed_ip_v4"))
        .with("access_ip_v6", NetworkCards.access(cards, "fixed_ip_v6"))
        .with("security_groups", names)
        .with("security_group_ids", ordered.isEmpty() ? ids : ordered);
  }

  private static void hints(JsonNode hints, Found found) {
    Map<String, Object> told =
        Body.of(
            "group", first(hints.path("group")),
            "tenancy", first(hints.path("tenancy")),
            "deh_id", first(hints.path("dedicated_host_id")));
    if (!told.isEmpty()) {
      found.with("scheduler_hints", List.of(told));
    }
  }

  private static String first(JsonNode list) {
    return list.isEmpty() ? null : list.get(0).asText();
  }

  /** Once there are tags, only those count: the vendor's provider does not see others. */
  private static Map<String, String> tags(JsonNode server, Map<String, String> known) {
    Map<String, String> tags = Tags.read(server.path("tags"));
    if (!known.isEmpty()) {
      tags.keySet().retainAll(known.keySet());
    }
    return tags;
  }

  @Override
  public void plan(Plan plan) {
    ComputeInstancePlan.complete(plan);
  }

  @Override
  public void update(Change task) {
    new ComputeInstanceChanges(task).make();
  }

  @Override
  public void delete(Deletion task) {
    Values server = task.prior();
    if (server.isSet("stop_before_destroy")) {
      stop(task);
    }
    if (Billing.isPrepaid(server)) {
      Billing.unsubscribe(task, subscribed(task));
    } else {
      JsonNode accepted =
          task.post(
              "ecs",
              Servers.path("delete"),
              Body.of(
                  "servers",
                  List.of(Body.of("id", task.id())),
                  "delete_publicip",
                  server.isSet("delete_eip_on_termination"),
                  "delete_volume",
                  server.isSet("delete_disks_on_termination")));
      task.job("ecs", accepted);
    }
    task.until("server " + task.id() + " to be gone", () -> isGone(task) ? true : null);
  }

  /** The server, and its public address if it came with it and shall go with it. */
  private static List<String> subscribed(Deletion task) {
    Values server = task.prior();
    List<String> ids = new ArrayList<>(List.of(task.id()));
    String address = server.filled("public_ip");
    boolean shared = server.block("bandwidth").filled("id") != null;
    if (server.isSet("delete_eip_on_termination")
        && address != null
        && server.filled("eip_type") != null
        && !shared) {
      ids.add(ComputeEipAssociate.eip(task, address).path("id").asText());
    }
    return ids;
  }

  /** What is not stopped is deleted nevertheless. */
  private static void stop(Deletion task) {
    try {
      Power.act(task, task.id(), "FORCE-OFF");
    } catch (ApiFailure | Problem failure) {
      LOG.warn("server {} was not stopped before it is deleted", task.id(), failure);
    }
  }

  private static boolean isGone(Deletion task) {
    try {
      JsonNode server = Servers.get(task, task.id());
      String status = server.path("status").asText();
      if (status.equals("ERROR")) {
        throw Problem.error(
            "error code: %s, message: %s"
                .formatted(
                    server.path("fault").path("code").asText(),
                    server.path("fault").path("message").asText()),
            "server: " + task.id());
      }
      return status.equals("DELETED") || status.equals("SOFT_DELETED");
    } catch (ApiFailure failure) {
      if (failure.isNotFound()) {
        return true;
      }
      throw failure;
    }
  }
}

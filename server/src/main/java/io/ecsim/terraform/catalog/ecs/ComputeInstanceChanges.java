package io.ecsim.terraform.catalog.ecs;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.catalog.evs.Volumes;
import io.ecsim.terraform.catalog.ims.Images;
import io.ecsim.terraform.client.ApiFailure;
import io.ecsim.terraform.problem.Path;
import io.ecsim.terraform.problem.Problem;
import io.ecsim.terraform.resource.Billing;
import io.ecsim.terraform.resource.Body;
import io.ecsim.terraform.resource.Change;
import io.ecsim.terraform.resource.EnterpriseProjects;
import io.ecsim.terraform.resource.Tags;
import io.ecsim.terraform.value.Values;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Changes a server in place, in the order of the vendor's provider. (terraform-huaweicloud 2.1,
 * provider-behaviour 2.1.)
 */
final class ComputeInstanceChanges {
  private final Change task;
  private final Values before;
  private final Values server;
  private final String path;

  ComputeInstanceChanges(Change task) {
    this.task = task;
    this.before = task.prior();
    this.server = task.planned();
    this.path = Servers.path(task.id());
  }

  void make() {
    if (task.changes("charging_mode")) {
      task.when(this::chargingMode, "charging_mode", "auto_renew");
    } else {
      task.when(
          () -> Billing.renew(task, task.id(), "true".equals(server.text("auto_renew"))),
          "auto_renew");
    }
    if (task.changes("image_id", "image_name")) {
      task.when(this::image, "image_id", "image_name", "admin_pass", "key_pair");
    } else {
      task.when(this::password, "admin_pass");
      task.when(() -> ServerKeys.change(task), "key_pair");
    }
    task.when(this::describe, "name", "description", "user_data");
    task.when(this::agency, "agency_name", "agent_list");
    task.when(this::metadata, "metadata");
    task.when(this::securityGroupIds, "security_group_ids");
    task.when(this::securityGroups, "security_groups");
    task.when(this::flavor, "flavor_id", "flavor_name");
    sourceChecks();
    Tags.change(task, "ecs", path + "/tags/action");
    EnterpriseProjects.move(task, "ecs");
    task.when(this::systemDiskSize, "system_disk_size");
    task.when(() -> Power.act(task, task.id(), server.text("power_action")), "power_action");
    task.when(this::terminationTime, "auto_terminate_time");
    task.when(this::network, "network");
    task.when(this::dedicatedHost, "scheduler_hints");
  }

  private void chargingMode() {
    if (!Billing.isPrepaid(server)) {
      throw Problem.error(
              "error updating the charging mode: only support change to pre-paid",
              "server: " + task.id())
          .at(Path.of("charging_mode"));
    }
    Map<String, Object> order = Billing.of(server);
    JsonNode accepted =
        task.post(
            "ecs",
            Servers.path("actions/change-charge-mode"),
            Body.of(
                "server_ids",
                List.of(task.id()),
                "charge_mode",
                "prePaid",
                "prepaid_options",
                Body.of(
                    "include_data_disks", server.isSet("include_data_disks_on_update"),
                    "include_publicips", server.isSet("include_publicips_on_update"),
                    "period_type", order.get("periodType"),
                    "period_num", order.get("periodNum"),
                    "auto_pay", true,
                    "auto_renew", server.text("auto_renew"))));
    Billing.paid(task, accepted);
  }

  private void image() {
    boolean byId = task.changes("image_id");
    JsonNode image =
        Images.one(
            task, byId ? server.text("image_id") : null, byId ? null : server.text("image_name"));
    boolean initialised = image.path("__support_fc_inject").asText().equals("true");
    String userData = server.filled("user_data");
    String key = userData == null ? null : server.filled("system_disk_kms_key_id");
    JsonNode accepted =
        task.post(
            "ecs",
            (initialised ? "/v2" : "/v1") + "/{project}/cloudservers/" + task.id() + "/changeos",
            Body.of(
                "os-change",
                Body.of(
                    "imageid", image.path("id").asText(),
                    "adminpass", server.filled("admin_pass"),
                    "keyname", server.filled("key_pair"),
                    "userid", server.filled("user_id"),
                    "mode", "withStopServer",
                    "isAutoPay", Billing.isPrepaid(server) ? "true" : null,
                    "metadata",
                        Body.of(
                            "user_data", userData == null ? null : UserData.encoded(userData),
                            "__system__encrypted", key == null ? null : "1",
                            "__system__cmkid", key))));
    task.job("ecs", accepted);
  }

  private void password() {
    task.put(
        "ecs",
        path + "/os-reset-password",
        Body.of(
            "reset-password",
            Body.of("new_password", Objects.toString(server.text("admin_pass"), ""))));
  }

  /** User data goes along only if it is new: the state may hold a mere hash of it. */
  private void describe() {
    String userData = Objects.toString(server.text("user_data"), "");
    task.put(
        "ecs",
        path,
        Body.of(
            "server",
            Body.of(
                "name", server.text("name"),
                "description", Objects.toString(server.text("description"), ""),
                "user_data", task.changes("user_data") ? UserData.encoded(userData) : null)));
  }

  private void agency() {
    Map<String, Object> changed = new HashMap<>();
    Map.of("agency_name", "agency_name", "agent_list", "__support_agent_list")
        .forEach(
            (argument, key) -> {
              if (task.changes(argument)) {
                changed.put(key, Objects.toString(server.text(argument), ""));
              }
            });
    task.post("ecs", path + "/metadata", Body.of("metadata", changed));
  }

  private void metadata() {
    Map<String, String> now = server.map("metadata");
    for (String key : before.map("metadata").keySet()) {
      if (!now.containsKey(key)) {
        task.delete("ecs", path + "/metadata/" + key);
      }
    }
    if (!now.isEmpty()) {
      task.post("ecs", path + "/metadata", Body.of("metadata", now));
    }
  }

  private void securityGroupIds() {
    String port = Servers.primaryPort(Servers.get(task, task.id()));
    task.put(
        "vpc",
        "/v1/{project}/ports/" + port,
        Body.of("port", Body.of("security_groups", server.texts("security_group_ids"))));
  }

  private void securityGroups() {
    List<String> old = before.texts("security_groups");
    List<String> now = server.texts("security_groups");
    old.stream().filter(name -> !now.contains(name)).forEach(this::leave);
    now.stream()
        .filter(name -> !old.contains(name))
        .forEach(name -> groupAction("addSecurityGroup", name));
  }

  private void leave(String group) {
    try {
      groupAction("removeSecurityGroup", group);
    } catch (ApiFailure failure) {
      if (!failure.isNotFound()) {
        throw failure;
      }
    }
  }

  private void groupAction(String action, String group) {
    task.post(
        "ecs",
        "/v2.1/{project}/servers/" + task.id() + "/action",
        Body.of(action, Body.of("name", group)));
  }

  private void flavor() {
    boolean byId = task.changes("flavor_id");
    JsonNode accepted =
        task.post(
            "ecs",
            "/v1.1/{project}/cloudservers/" + task.id() + "/resize",
            Body.of(
                "resize",
                Body.of(
                    "flavorRef", server.text(byId ? "flavor_id" : "flavor_name"),
                    "mode", "withStopServer",
                    "extendparam", Body.of("isAutoPay", Billing.autoPay(server)))));
    task.job("ecs", accepted);
  }

  private void sourceChecks() {
    List<Values> old = before.blocks("network");
    List<Values> now = server.blocks("network");
    for (int i = 0; i < now.size() && i < old.size(); i++) {
      boolean check = now.get(i).isSet("source_dest_check");
      String port = old.get(i).filled("port");
      if (check != old.get(i).isSet("source_dest_check") && port != null) {
        NetworkCards.checkSource(task, port, check);
      }
    }
  }

  private void systemDiskSize() {
    // Another image has come with another disk.
    String disk =
        task.changes("image_id", "image_name")
            ? ServerDisks.system(task, task.id())
            : before.text("system_disk_id");
    Volumes.extend(task, disk, server.number("system_disk_size"), server);
  }

  private void terminationTime() {
    task.post(
        "ecs",
        path + "/actions/update-auto-terminate-time",
        Body.of("auto_terminate_time", Objects.toString(server.text("auto_terminate_time"), "")));
  }

  private void network() {
    Values old = before.block("network");
    Values now = server.block("network");
    boolean newAddress =
        now.has("fixed_ip_v4") && !now.get("fixed_ip_v4").equals(old.get("fixed_ip_v4"));
    if (!newAddress && Objects.equals(now.get("uuid"), old.get("uuid"))) {
      return;
    }
    List<String> groups =
        (server.has("security_group_ids") ? server : before).texts("security_group_ids");
    JsonNode accepted =
        task.post(
            "ecs",
            path + "/changevpc",
            Body.of(
                "vpc_id",
                ComputeInstanceRequest.vpc(task, server),
                "nic",
                Body.of(
                    "subnet_id", now.text("uuid"),
                    "ip_address", newAddress ? now.filled("fixed_ip_v4") : null,
                    "security_groups", groups.stream().map(id -> Body.of("id", id)).toList())));
    task.job("ecs", accepted);
  }

  private void dedicatedHost() {
    String old = before.block("scheduler_hints").filled("deh_id");
    String now = server.block("scheduler_hints").filled("deh_id");
    if (!Objects.equals(old, now)) {
      Map<String, Object> body = new HashMap<>();
      body.put("migrate", now == null ? null : Body.of("dedicated_host_id", now));
      task.job("ecs", task.post("ecs", path + "/migrate", body));
    }
  }
}

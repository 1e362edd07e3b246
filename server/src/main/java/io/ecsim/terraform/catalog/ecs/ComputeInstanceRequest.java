package io.ecsim.terraform.catalog.ecs;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.catalog.ims.Images;
import io.ecsim.terraform.problem.Path;
import io.ecsim.terraform.problem.Problem;
import io.ecsim.terraform.resource.Billing;
import io.ecsim.terraform.resource.Body;
import io.ecsim.terraform.resource.Task;
import io.ecsim.terraform.resource.Url;
import io.ecsim.terraform.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The request for a new server. (terraform-huaweicloud 2.1.) */
final class ComputeInstanceRequest {
  private ComputeInstanceRequest() {}

  /** The body of the request. */
  static Map<String, Object> of(Task task, Values server) {
    String userData = server.filled("user_data");
    Boolean enclave = server.block("enclave_options").flag("enabled");
    return Body.of(
        "server",
        Body.of(
            "name", server.text("name"),
            "description", server.filled("description"),
            "imageRef", image(task, server),
            "flavorRef", flavor(server),
            "key_name", server.filled("key_pair"),
            "adminPass", server.filled("admin_pass"),
            "vpcid", vpc(task, server),
            "nics", cards(server),
            "security_groups", securityGroups(task, server),
            "availability_zone", server.filled("availability_zone"),
            "root_volume", systemDisk(server),
            "data_volumes",
                Body.unlessEmpty(
                    server.blocks("data_disks").stream()
                        .map(ComputeInstanceRequest::dataDisk)
                        .toList()),
            "publicip", publicAddress(server),
            "user_data", userData == null ? null : UserData.encoded(userData),
            "auto_terminate_time", server.filled("auto_terminate_time"),
            "enclave_options", Body.of("enabled", enclave),
            "enable_jumbo_frame", server.isSet("enable_jumbo_frame") ? true : null,
            "server_tags", Body.unlessEmpty(Body.tags(server.map("tags"))),
            "extendparam", extendParam(task, server),
            "metadata",
                Body.of(
                    "op_svc_userid", server.filled("user_id"),
                    "agency_name", server.filled("agency_name"),
                    "__support_agent_list", server.filled("agent_list")),
            "os:scheduler_hints", hints(server.block("scheduler_hints"))));
  }

  private static String image(Task task, Values server) {
    if (server.filled("image_id") != null) {
      return server.text("image_id");
    }
    if (server.filled("image_name") == null) {
      throw Problem.error(
          "neither a image ID or image name were able to be determined",
          "Set image_id or image_name.");
    }
    return Images.one(task, null, server.text("image_name")).path("id").asText();
  }

  private static String flavor(Values server) {
    String flavor = server.filled("flavor_id");
    flavor = flavor == null ? server.filled("flavor_name") : flavor;
    if (flavor == null) {
      throw Problem.error("missing required argument: the `flavor_id` must be specified", "")
          .at(Path.of("flavor_id"));
    }
    return flavor;
  }

  /**
   * The network in which the first card's subnet is.
   *
   * @throws Problem if there is no subnet
   */
  static String vpc(Task task, Values server) {
    String subnet = server.block("network").filled("uuid");
    if (subnet == null) {
      throw Problem.error("network ID should not be empty", "")
          .at(Path.of("network").index(0).name("uuid"));
    }
    return task.get("vpc", "/v1/{project}/subnets/" + subnet)
        .path("subnet")
        .path("vpc_id")
        .asText();
  }

  private static List<Map<String, Object>> cards(Values server) {
    return server.blocks("network").stream()
        .map(
            card ->
                Body.of(
                    "subnet_id",
                    card.filled("uuid"),
                    "ip_address",
                    card.filled("fixed_ip_v4"),
                    "ipv6_enable",
                    card.isSet("ipv6_enable")))
        .toList();
  }

  private static List<Map<String, Object>> securityGroups(Task task, Values server) {
    List<String> ids = server.texts("security_group_ids");
    List<String> names = server.texts("security_groups");
    if (ids.isEmpty() && !names.isEmpty()) {
      ids = named(task, names);
    }
    return Body.unlessEmpty(ids.stream().map(id -> Body.of("id", id)).toList());
  }

  private static List<String> named(Task task, List<String> names) {
    String url =
        Url.of("/v1/{project}/security-groups", "enterprise_project_id", "all_granted_eps");
    JsonNode groups = task.get("vpc", url).path("security_groups");
    Map<String, String> ids = new LinkedHashMap<>();
    groups.forEach(g -> ids.putIfAbsent(g.path("name").asText(), g.path("id").asText()));
    List<String> unknown = new ArrayList<>(names);
    unknown.removeAll(ids.keySet());
    if (!unknown.isEmpty()) {
      throw Problem.error(
              "the list contains invalid security groups (num: %d), please check your entry"
                  .formatted(unknown.size()),
              "There is no " + String.join(", ", unknown))
          .at(Path.of("security_groups"));
    }
    return names.stream().map(ids::get).toList();
  }

  private static Map<String, Object> systemDisk(Values server) {
    String type = server.filled("system_disk_type");
    Map<String, Object> disk =
        Body.of(
            "volumetype", type == null ? "GPSSD" : type,
            "size", positive(server.number("system_disk_size")),
            "iops", positive(server.number("system_disk_iops")),
            "throughput", positive(server.number("system_disk_throughput")));
    disk.putAll(
        extras(
            server.filled("system_disk_kms_key_id"),
            server.filled("system_disk_dss_pool_id"),
            server.filled("system_pass_through")));
    return disk;
  }

  private static Map<String, Object> dataDisk(Values disk) {
    String delete = disk.filled("delete_on_termination");
    Map<String, Object> volume =
        Body.of(
            "volumetype", disk.text("type"),
            "size", disk.number("size"),
            "iops", positive(disk.number("iops")),
            "throughput", positive(disk.number("throughput")),
            "extendparam", Body.of("snapshotId", disk.filled("snapshot_id")),
            "data_image_id", disk.filled("data_image_id"),
            "delete_on_termination", delete == null ? null : Boolean.valueOf(delete));
    volume.putAll(
        extras(disk.filled("kms_key_id"), disk.filled("dss_pool_id"), disk.filled("pass_through")));
    return volume;
  }

  private static Map<String, Object> extras(String key, String pool, String passThrough) {
    return Body.of(
        "metadata",
        Body.of("__system__encrypted", key == null ? null : "1", "__system__cmkid", key),
        "cluster_type",
        pool == null ? null : "DSS",
        "cluster_id",
        pool,
        "hw:passthrough",
        passThrough == null ? null : Boolean.valueOf(passThrough));
  }

  /** To the vendor's provider a 0 is nothing. */
  private static Long positive(Long number) {
    return number == null || number == 0 ? null : number;
  }

  private static Map<String, Object> publicAddress(Values server) {
    if (server.filled("eip_id") != null) {
      return Body.of("id", server.text("eip_id"));
    }
    Values bandwidth = server.block("bandwidth");
    if (bandwidth.members().isEmpty()) {
      return Map.of();
    }
    return Body.of(
        "eip",
        Body.of(
            "iptype",
            server.filled("eip_type"),
            "bandwidth",
            Body.of(
                "sharetype", bandwidth.text("share_type"),
                "id", bandwidth.filled("id"),
                "chargemode", bandwidth.filled("charge_mode"),
                "size", positive(bandwidth.number("size"))),
            "extendparam",
            Body.of("chargingMode", bandwidth.map("extend_param").get("charging_mode"))),
        "delete_on_termination",
        server.isSet("delete_eip_on_termination"));
  }

  private static Map<String, Object> extendParam(Task task, Values server) {
    Map<String, Object> extend = new LinkedHashMap<>(Billing.of(server));
    if ("spot".equals(server.text("charging_mode"))) {
      Long hours = positive(server.number("spot_duration"));
      Long count = positive(server.number("spot_duration_count"));
      extend.putAll(
          Body.of(
              "marketType",
              "spot",
              "spotPrice",
              server.filled("spot_maximum_price"),
              "interruption_policy",
              hours == null ? null : "immediate",
              "spot_duration_hours",
              hours,
              "spot_duration_count",
              hours == null ? null : count == null ? Long.valueOf(1) : count));
    }
    extend.putAll(Body.of("enterprise_project_id", task.enterpriseProject(server)));
    return extend;
  }

  private static Map<String, Object> hints(Values hints) {
    return Body.of(
        "group", hints.filled("group"),
        "fault_domain", hints.filled("fault_domain"),
        "tenancy", hints.filled("tenancy"),
        "dedicated_host_id", hints.filled("deh_id"));
  }
}

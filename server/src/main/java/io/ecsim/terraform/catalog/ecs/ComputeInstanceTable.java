package io.ecsim.terraform.catalog.ecs;

import static io.ecsim.terraform.schema.Attribute.computed;
import static io.ecsim.terraform.schema.Attribute.optional;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.schema.Attribute.required;
import static io.ecsim.terraform.schema.Attribute.tags;
import static io.ecsim.terraform.schema.NestedBlock.blocks;
import static io.ecsim.terraform.value.Type.BOOL;
import static io.ecsim.terraform.value.Type.NUMBER;
import static io.ecsim.terraform.value.Type.STRING;
import static io.ecsim.terraform.value.Type.list;
import static io.ecsim.terraform.value.Type.map;
import static io.ecsim.terraform.value.Type.object;
import static io.ecsim.terraform.value.Type.set;

import io.ecsim.terraform.schema.Check;
import io.ecsim.terraform.schema.NestedBlock;
import io.ecsim.terraform.schema.Schema;

/** What can be said of a server. (provider-behaviour 2.1.) */
final class ComputeInstanceTable {
  private static final NestedBlock NETWORK =
      blocks(
              "network",
              1,
              12,
              optional("access_network", BOOL).byDefault(false),
              optionalComputed("fixed_ip_v4", STRING),
              optionalComputed("fixed_ip_v6", STRING).forceNew(),
              optional("ipv6_enable", BOOL).forceNew(),
              optionalComputed("port", STRING).forceNew(),
              optional("source_dest_check", BOOL).byDefault(true),
              optionalComputed("uuid", STRING),
              computed("mac", STRING))
          .replacing();

  private static final NestedBlock BANDWIDTH =
      blocks(
              "bandwidth",
              0,
              1,
              required("share_type", STRING)
                  .forceNew()
                  .check(Check.oneOfIgnoringCase("PER", "WHOLE")),
              optional("charge_mode", STRING).forceNew().requires("bandwidth.0.size"),
              optional("extend_param", map(STRING)).forceNew(),
              optional("id", STRING)
                  .forceNew()
                  .conflictsWith("bandwidth.0.size", "bandwidth.0.charge_mode"),
              optional("size", NUMBER).forceNew().requires("bandwidth.0.charge_mode"))
          .replacing();

  private static final NestedBlock DATA_DISKS =
      blocks(
              "data_disks",
              0,
              23,
              required("size", NUMBER).forceNew(),
              required("type", STRING).forceNew(),
              optional("data_image_id", STRING).forceNew(),
              optional("delete_on_termination", STRING).forceNew(),
              optional("dss_pool_id", STRING).forceNew(),
              optional("iops", NUMBER).forceNew(),
              optional("kms_key_id", STRING).forceNew(),
              optional("pass_through", STRING).forceNew().oneOf("true", "false"),
              optional("snapshot_id", STRING).forceNew(),
              optional("throughput", NUMBER).forceNew())
          .replacing();

  private static final NestedBlock SCHEDULER_HINTS =
      blocks(
          "scheduler_hints",
          0,
          0,
          optional("deh_id", STRING),
          optional("fault_domain", STRING).forceNew(),
          optionalComputed("group", STRING).forceNew(),
          optionalComputed("tenancy", STRING));

  static final Schema SCHEMA =
      Schema.of(
              optionalComputed("id", STRING),
              required("name", STRING),
              NETWORK,
              optional("admin_pass", STRING).sensitive(),
              optionalComputed("agency_name", STRING),
              optionalComputed("agent_list", STRING),
              optional("auto_pay", STRING).forceNew().deprecated().oneOf("true", "false"),
              optional("auto_renew", STRING).oneOf("true", "false"),
              optional("auto_terminate_time", STRING),
              optionalComputed("availability_zone", STRING).forceNew(),
              BANDWIDTH,
              optionalComputed("charging_mode", STRING).oneOf("prePaid", "postPaid", "spot"),
              DATA_DISKS,
              optional("delete_disks_on_termination", BOOL),
              optional("delete_eip_on_termination", BOOL).byDefault(true),
              optionalComputed("description", STRING),
              optional("eip_id", STRING).forceNew().conflictsWith("eip_type", "bandwidth"),
              optional("eip_type", STRING).forceNew().conflictsWith("eip_id").requires("bandwidth"),
              optional("enable_jumbo_frame", BOOL).forceNew(),
              blocks("enclave_options", 0, 1, required("enabled", BOOL).forceNew()).replacing(),
              optionalComputed("enterprise_project_id", STRING),
              optionalComputed("flavor_id", STRING),
              optionalComputed("flavor_name", STRING),
              optionalComputed("hostname", STRING),
              optionalComputed("image_id", STRING),
              optionalComputed("image_name", STRING),
              optional("include_data_disks_on_update", BOOL),
              optional("include_publicips_on_update", BOOL),
              optional("key_pair", STRING),
              optional("metadata", map(STRING)),
              optional("period", NUMBER).requires("period_unit"),
              optional("period_unit", STRING).oneOf("month", "year").requires("period"),
              optionalComputed("power_action", STRING)
                  .oneOf("ON", "OFF", "REBOOT", "FORCE-OFF", "FORCE-REBOOT"),
              optional("private_key", STRING).sensitive(),
              optionalComputed("region", STRING).forceNew(),
              SCHEDULER_HINTS,
              optionalComputed("security_group_ids", list(STRING)),
              optionalComputed("security_groups", set(STRING)).conflictsWith("security_group_ids"),
              optional("spot_duration", NUMBER).forceNew(),
              optionalComputed("spot_duration_count", NUMBER).forceNew().requires("spot_duration"),
              optional("spot_maximum_price", STRING)
                  .forceNew()
                  .conflictsWith("spot_duration", "spot_duration_count"),
              optional("stop_before_destroy", BOOL).byDefault(false),
              optional("system_disk_dss_pool_id", STRING).forceNew(),
              optionalComputed("system_disk_iops", NUMBER).forceNew(),
              optionalComputed("system_disk_kms_key_id", STRING),
              optionalComputed("system_disk_size", NUMBER),
              optionalComputed("system_disk_throughput", NUMBER).forceNew(),
              optionalComputed("system_disk_type", STRING).forceNew(),
              optional("system_pass_through", STRING).forceNew().oneOf("true", "false"),
              tags(),
              optional("user_data", STRING),
              optional("user_id", STRING).forceNew(),
              computed("access_ip_v4", STRING),
              computed("access_ip_v6", STRING),
              computed("created_at", STRING),
              computed("expired_time", STRING),
              computed("public_ip", STRING),
              computed("status", STRING),
              computed("system_disk_id", STRING),
              computed("updated_at", STRING).changesOnUpdate(),
              computed(
                  "volume_attached",
                  list(
                      object(
                          "boot_index",
                          NUMBER,
                          "data_image_id",
                          STRING,
                          "delete_on_termination",
                          STRING,
                          "kms_key_id",
                          STRING,
                          "pass_through",
                          STRING,
                          "pci_address",
                          STRING,
                          "size",
                          NUMBER,
                          "type",
                          STRING,
                          "volume_id",
                          STRING))))
          .timeout("create", "30m")
          .timeout("update", "30m")
          .timeout("delete", "30m");

  private ComputeInstanceTable() {}
}

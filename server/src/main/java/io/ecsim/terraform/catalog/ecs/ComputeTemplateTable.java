package io.ecsim.terraform.catalog.ecs;

import static io.ecsim.terraform.schema.Attribute.computed;
import static io.ecsim.terraform.schema.Attribute.enableForceNew;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.schema.Attribute.required;
import static io.ecsim.terraform.schema.NestedBlock.blocks;
import static io.ecsim.terraform.schema.NestedBlock.unordered;
import static io.ecsim.terraform.value.Type.BOOL;
import static io.ecsim.terraform.value.Type.NUMBER;
import static io.ecsim.terraform.value.Type.STRING;
import static io.ecsim.terraform.value.Type.map;
import static io.ecsim.terraform.value.Type.set;

import io.ecsim.terraform.schema.NestedBlock;
import io.ecsim.terraform.schema.Schema;

/** What can be said of a template of servers. (terraform-huaweicloud 2.2.) */
final class ComputeTemplateTable {
  /** What servers from it are like. */
  static final NestedBlock DATA =
      blocks(
              "template_data",
              0,
              1,
              optionalComputed("auto_recovery", BOOL).fixed(),
              optionalComputed("availability_zone_id", STRING).fixed(),
              unordered(
                      "block_device_mappings",
                      0,
                      0,
                      blocks(
                          "attachment",
                          0,
                          1,
                          optionalComputed("boot_index", NUMBER),
                          optionalComputed("delete_on_termination", BOOL)),
                      optionalComputed("cmk_id", STRING),
                      optionalComputed("encrypted", BOOL),
                      optionalComputed("source_id", STRING),
                      optionalComputed("source_type", STRING),
                      optionalComputed("volume_size", NUMBER),
                      optionalComputed("volume_type", STRING))
                  .fixed(),
              optionalComputed("description", STRING).fixed(),
              optionalComputed("enterprise_project_id", STRING).fixed(),
              optionalComputed("flavor_id", STRING).fixed(),
              blocks(
                      "internet_access",
                      0,
                      1,
                      blocks(
                              "publicip",
                              0,
                              1,
                              blocks(
                                      "bandwidth",
                                      0,
                                      1,
                                      optionalComputed("charge_mode", STRING).fixed(),
                                      optionalComputed("id", STRING).fixed(),
                                      optionalComputed("share_type", STRING).fixed(),
                                      optionalComputed("size", NUMBER).fixed())
                                  .fixed(),
                              optionalComputed("charging_mode", STRING).fixed(),
                              optionalComputed("delete_on_termination", BOOL).fixed(),
                              optionalComputed("publicip_type", STRING).fixed())
                          .fixed())
                  .fixed(),
              blocks(
                      "market_options",
                      0,
                      1,
                      optionalComputed("market_type", STRING).fixed(),
                      blocks(
                              "spot_options",
                              0,
                              1,
                              optionalComputed("block_duration_minutes", NUMBER).fixed(),
                              optionalComputed("instance_interruption_behavior", STRING).fixed(),
                              optionalComputed("spot_price", NUMBER).fixed())
                          .fixed())
                  .fixed(),
              optionalComputed("metadata", map(STRING)).fixed(),
              optionalComputed("name", STRING).fixed(),
              unordered(
                      "network_interfaces",
                      0,
                      0,
                      blocks("attachment", 0, 1, optionalComputed("device_index", NUMBER)),
                      optionalComputed("virsubnet_id", STRING))
                  .fixed(),
              blocks(
                      "os_profile",
                      0,
                      1,
                      optionalComputed("enable_monitoring_service", BOOL).fixed(),
                      optionalComputed("iam_agency_name", STRING).fixed(),
                      optionalComputed("key_name", STRING).fixed(),
                      optionalComputed("user_data", STRING).fixed())
                  .fixed(),
              optionalComputed("security_group_ids", set(STRING)).fixed(),
              unordered(
                      "tag_options",
                      0,
                      0,
                      unordered(
                          "tags",
                          0,
                          0,
                          optionalComputed("key", STRING),
                          optionalComputed("value", STRING)))
                  .fixed())
          .fixed();

  static final Schema SCHEMA =
      Schema.of(
          optionalComputed("id", STRING),
          required("name", STRING).fixed(),
          optionalComputed("description", STRING).fixed(),
          enableForceNew(),
          optionalComputed("region", STRING).forceNew(),
          DATA,
          optionalComputed("version_description", STRING).fixed(),
          computed("created_at", STRING),
          computed("default_version", NUMBER),
          computed("latest_version", NUMBER),
          computed("version_id", STRING));

  private ComputeTemplateTable() {}
}

package io.ecsim.terraform.catalog.ecs;

import static io.ecsim.terraform.value.Type.BOOL;
import static io.ecsim.terraform.value.Type.NUMBER;
import static io.ecsim.terraform.value.Type.STRING;
import static io.ecsim.terraform.value.Type.list;
import static io.ecsim.terraform.value.Type.map;
import static io.ecsim.terraform.value.Type.texts;

import io.ecsim.terraform.value.Type;

/** A template of servers, as Terraform sees it. (terraform-huaweicloud 2.6.) */
final class TemplateParts {
  /** What a version of it says. */
  static final Type.ObjectOf DATA =
      texts("availability_zone_id", "description", "enterprise_project_id", "flavor_id", "name")
          .and("auto_recovery", BOOL)
          .and(
              "block_device_mappings",
              list(
                  texts("cmk_id", "source_id", "source_type", "volume_type")
                      .and(
                          "attachment",
                          list(
                              texts().and("boot_index", NUMBER).and("delete_on_termination", BOOL)))
                      .and("encrypted", BOOL)
                      .and("volume_size", NUMBER)))
          .and(
              "internet_access",
              list(
                  texts()
                      .and(
                          "publicip",
                          list(
                              texts("charging_mode", "publicip_type")
                                  .and(
                                      "bandwidth",
                                      list(
                                          texts("charge_mode", "id", "share_type")
                                              .and("size", NUMBER)))
                                  .and("delete_on_termination", BOOL)))))
          .and(
              "market_options",
              list(
                  texts("market_type")
                      .and(
                          "spot_options",
                          list(
                              texts("instance_interruption_behavior")
                                  .and("block_duration_minutes", NUMBER)
                                  .and("spot_price", NUMBER)))))
          .and("metadata", map(STRING))
          .and(
              "network_interfaces",
              list(
                  texts("virsubnet_id")
                      .and("attachment", list(texts().and("device_index", NUMBER)))))
          .and(
              "os_profile",
              list(
                  texts("iam_agency_name", "key_name", "user_data")
                      .and("enable_monitoring_service", BOOL)))
          .and("security_group_ids", list(STRING))
          .and("tag_options", list(texts().and("tags", list(texts("key", "value")))));

  private TemplateParts() {}
}

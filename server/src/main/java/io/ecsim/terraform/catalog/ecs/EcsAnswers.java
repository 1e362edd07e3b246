package io.ecsim.terraform.catalog.ecs;

import static io.ecsim.terraform.schema.Attribute.computed;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.schema.Attribute.required;
import static io.ecsim.terraform.value.Type.BOOL;
import static io.ecsim.terraform.value.Type.NUMBER;
import static io.ecsim.terraform.value.Type.STRING;
import static io.ecsim.terraform.value.Type.list;
import static io.ecsim.terraform.value.Type.texts;

import io.ecsim.terraform.catalog.plain.OneAnswer;
import io.ecsim.terraform.schema.Schema;
import io.ecsim.terraform.value.Type;
import java.util.List;

/** Data sources that show one answer as it is. (terraform-huaweicloud 2.3.) */
final class EcsAnswers {
  private static final List<String> LIMITS =
      List.of(
          "max_cluster_server_group_members",
          "max_fault_domain_members",
          "max_image_meta",
          "max_personality",
          "max_personality_size",
          "max_security_group_rules",
          "max_security_groups",
          "max_server_group_members",
          "max_server_groups",
          "max_server_meta",
          "max_total_cores",
          "max_total_floating_ips",
          "max_total_instances",
          "max_total_keypairs",
          "max_total_ram_size",
          "max_total_spot_cores",
          "max_total_spot_instances",
          "max_total_spot_ram_size",
          "total_cores_used",
          "total_floating_ips_used",
          "total_instances_used",
          "total_ram_used",
          "total_security_groups_used",
          "total_server_groups_used",
          "total_spot_cores_used",
          "total_spot_instances_used",
          "total_spot_ram_used");

  private EcsAnswers() {}

  private static Type.ObjectOf numbers(List<String> names) {
    Type.ObjectOf numbers = texts();
    for (String name : names) {
      numbers = numbers.and(name, NUMBER);
    }
    return numbers;
  }

  /** The network cards of a server, and how many more it could take. */
  static OneAnswer attachableNics() {
    Type.ObjectOf card =
        texts("driver_mode", "mac_addr", "net_id", "pci_address", "port_id", "port_state")
            .and("delete_on_termination", BOOL)
            .and("fixed_ips", list(texts("ip_address", "subnet_id")))
            .and("min_rate", NUMBER)
            .and("multiqueue_num", NUMBER)
            .and("preserve_on_delete", BOOL);
    return new OneAnswer(
        "huaweicloud_compute_attachable_nics",
        "ecs",
        "/v1/{project}/cloudservers/{server_id}/os-interface_extension",
        Schema.of(
            optionalComputed("id", STRING),
            required("server_id", STRING),
            optionalComputed("region", STRING),
            computed(
                "attachable_quantity",
                list(
                    numbers(
                        List.of(
                            "free_blk", "free_disk", "free_efi_nic", "free_nic", "free_scsi")))),
            computed("interface_attachments", list(card))));
  }

  /** The zones of the region, in ECS's own words. */
  static OneAnswer availabilityZones() {
    return new OneAnswer(
        "huaweicloud_compute_availability_zones",
        "ecs",
        "/v1/{project}/availability-zones",
        Schema.of(
            optionalComputed("id", STRING),
            optionalComputed("region", STRING),
            computed(
                "availability_zones",
                list(
                    texts("alias", "availability_zone_id", "mode", "public_border_group", "type")
                        .and("az_group_ids", list(STRING))
                        .and("category", NUMBER)))));
  }

  /** Where a flavor can be had. */
  static OneAnswer flavorCapacity() {
    return new OneAnswer(
        "huaweicloud_compute_flavor_capacity",
        "ecs",
        "/v1/{project}/cloudservers/flavors/{flavor_id}/resources",
        Schema.of(
            optionalComputed("id", STRING),
            required("flavor_id", STRING),
            optionalComputed("region", STRING),
            computed(
                "resources", list(texts("availability_zone", "region_id").and("prefer", BOOL)))));
  }

  /** The first password of a server. */
  static OneAnswer password() {
    return new OneAnswer(
        "huaweicloud_compute_password",
        "ecs",
        "/v1/{project}/cloudservers/{server_id}/os-server-password",
        Schema.of(
            optionalComputed("id", STRING),
            required("server_id", STRING),
            optionalComputed("region", STRING),
            computed("password", STRING).sensitive()));
  }

  /** What may be made and what is. */
  static OneAnswer quotas() {
    return new OneAnswer(
        "huaweicloud_compute_quotas",
        "ecs",
        "/v1/{project}/cloudservers/limits",
        Schema.of(
            optionalComputed("id", STRING),
            optionalComputed("region", STRING),
            computed("absolute", list(numbers(LIMITS)))));
  }

  /** The disks of a server. */
  static OneAnswer volumeAttachments() {
    return new OneAnswer(
        "huaweicloud_compute_volume_attachments",
        "ecs",
        "/v1/{project}/cloudservers/{server_id}/os-volume_attachments",
        Schema.of(
            optionalComputed("id", STRING),
            required("server_id", STRING),
            optionalComputed("region", STRING),
            computed("volume_attachments", list(texts("device", "id", "server_id", "volume_id")))));
  }
}

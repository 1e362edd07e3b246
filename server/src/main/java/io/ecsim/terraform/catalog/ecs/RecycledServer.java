package io.ecsim.terraform.catalog.ecs;

import static io.ecsim.terraform.value.Type.BOOL;
import static io.ecsim.terraform.value.Type.NUMBER;
import static io.ecsim.terraform.value.Type.STRING;
import static io.ecsim.terraform.value.Type.list;
import static io.ecsim.terraform.value.Type.map;
import static io.ecsim.terraform.value.Type.texts;

import io.ecsim.terraform.value.Type;

/** A server in the recycle bin, as Terraform sees it. (terraform-huaweicloud 2.6.) */
final class RecycledServer {
  /** All of it. */
  static final Type.ObjectOf TYPE =
      texts(
              "auto_terminate_time",
              "config_drive",
              "created",
              "description",
              "enterprise_project_id",
              "host_id",
              "host_status",
              "id",
              "key_name",
              "name",
              "os_dcf_disk_config",
              "os_ext_az_availability_zone",
              "os_ext_srv_attr_host",
              "os_ext_srv_attr_hostname",
              "os_ext_srv_attr_hypervisor_hostname",
              "os_ext_srv_attr_instance_name",
              "os_ext_srv_attr_kernel_id",
              "os_ext_srv_attr_ramdisk_id",
              "os_ext_srv_attr_reservation_id",
              "os_ext_srv_attr_root_device_name",
              "os_ext_srv_attr_user_data",
              "os_ext_sts_task_state",
              "os_ext_sts_vm_state",
              "os_srv_usg_launched_at",
              "os_srv_usg_terminated_at",
              "status",
              "updated",
              "user_id")
          .and("cpu_options", list(texts().and("hw_cpu_threads", NUMBER)))
          .and(
              "flavor",
              list(
                  texts("disk", "id", "name", "ram", "vcpus")
                      .and(
                          "asic_accelerators",
                          list(texts("name").and("count", NUMBER).and("memory_mb", NUMBER)))
                      .and(
                          "gpus",
                          list(texts("name").and("count", NUMBER).and("memory_mb", NUMBER)))))
          .and("hypervisor", list(texts("csd_hypervisor", "hypervisor_type")))
          .and("image", list(texts("id")))
          .and("locked", BOOL)
          .and("metadata", map(STRING))
          .and(
              "network_interfaces",
              list(
                  texts("port_id", "subnet_id")
                      .and("association", list(texts("public_ip_address")))
                      .and("ip_addresses", list(STRING))
                      .and("ipv6_addresses", list(STRING))
                      .and("primary", BOOL)))
          .and("os_ext_srv_attr_launch_index", NUMBER)
          .and("os_ext_sts_power_state", NUMBER)
          .and(
              "os_extended_volumes_volumes_attached",
              list(texts("boot_index", "delete_on_termination", "device", "id")))
          .and(
              "os_scheduler_hints",
              list(
                  texts()
                      .and("dedicated_host_id", list(STRING))
                      .and("group", list(STRING))
                      .and("tenancy", list(STRING))))
          .and("progress", NUMBER)
          .and("security_groups", list(texts("id", "name")))
          .and(
              "security_options",
              list(texts().and("secure_boot_enabled", BOOL).and("tpm_enabled", BOOL)))
          .and("sys_tags", list(texts("key", "value")))
          .and("tags", list(STRING));

  private RecycledServer() {}
}

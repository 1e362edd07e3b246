package io.ecsim.terraform.catalog.ecs;

import static io.ecsim.terraform.value.Type.BOOL;
import static io.ecsim.terraform.value.Type.NUMBER;
import static io.ecsim.terraform.value.Type.list;
import static io.ecsim.terraform.value.Type.texts;

import io.ecsim.terraform.value.Type;

/** A flavor, as Terraform sees it. (terraform-huaweicloud 2.6.) */
final class FlavorParts {
  /** What is special about it. */
  static final Type.ObjectOf SPECS =
      texts(
          "cond_compute",
          "cond_compute_live_resizable",
          "cond_network",
          "cond_operation_az",
          "cond_operation_charge",
          "cond_operation_charge_stop",
          "cond_operation_roles",
          "cond_operation_status",
          "cond_spot_operation_az",
          "cond_spot_operation_status",
          "cond_storage",
          "cond_storage_type",
          "ecs_generation",
          "ecs_instance_architecture",
          "ecs_performancetype",
          "ecs_virtualization_env_types",
          "extra_spec_io_persistent_grant",
          "hpet_support",
          "hw_numa_nodes",
          "info_asic_accelerators",
          "info_cpu_name",
          "info_features",
          "info_gpu_name",
          "info_gpus",
          "instance_vnic_instance_bandwidth",
          "instance_vnic_max_count",
          "instance_vnic_type",
          "network_interface_traffic_mirroring_supported",
          "pci_passthrough_alias",
          "pci_passthrough_enable_gpu",
          "pci_passthrough_gpu_specs",
          "quota_gpu",
          "quota_local_disk",
          "quota_max_pps",
          "quota_max_rate",
          "quota_min_rate",
          "quota_nvme_ssd",
          "quota_sub_network_interface_max_num",
          "quota_vif_max_num",
          "resource_type",
          "security_enclave_supported");

  /** All of it. */
  static final Type.ObjectOf FLAVOR =
      texts("disk", "id", "name", "rxtx_cap", "rxtx_quota", "swap", "vcpus")
          .and("extra_specs", list(SPECS))
          .and("links", list(texts("href", "rel", "type")))
          .and("os_flavor_access_is_public", BOOL)
          .and("os_flv_disabled_disabled", BOOL)
          .and("os_flv_ext_data_ephemeral", NUMBER)
          .and("ram", NUMBER)
          .and("rxtx_factor", NUMBER);

  private FlavorParts() {}
}

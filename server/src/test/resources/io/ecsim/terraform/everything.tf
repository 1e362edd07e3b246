# Every resource and data source that is doubled, in one configuration.

terraform {
  required_providers {
    huaweicloud = {
      source  = "huaweicloud/huaweicloud"
      version = ">= 1.60.0"
    }
  }
}

provider "huaweicloud" {
  region       = "cn-north-4"
  default_tags = { made_by = "terraform" }
}

data "huaweicloud_account" "this" {}

data "huaweicloud_identity_projects" "this" {
  name = "cn-north-4"
}

data "huaweicloud_availability_zones" "all" {}

data "huaweicloud_compute_flavors" "small" {
  availability_zone = data.huaweicloud_availability_zones.all.names[0]
  cpu_core_count    = 2
  memory_size       = 4
}

data "huaweicloud_images_images" "public" {
  visibility = "public"
  name_regex = "^Ubuntu"
}

data "huaweicloud_images_image" "ubuntu" {
  name        = "Ubuntu 22.04 server 64bit"
  visibility  = "public"
  most_recent = true
}

resource "huaweicloud_vpc" "net" {
  name        = "everything"
  cidr        = "10.50.0.0/16"
  description = "All of it"
}

resource "huaweicloud_vpc_subnet" "net" {
  name       = "everything"
  vpc_id     = huaweicloud_vpc.net.id
  cidr       = "10.50.1.0/24"
  gateway_ip = "10.50.1.1"
  dns_list   = ["100.125.1.250", "8.8.8.8"]
}

resource "huaweicloud_networking_secgroup" "web" {
  name                 = "everything"
  delete_default_rules = true
}

resource "huaweicloud_networking_secgroup_rule" "https" {
  security_group_id = huaweicloud_networking_secgroup.web.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = "443,8443"
  remote_ip_prefix  = "0.0.0.0/0"
}

resource "huaweicloud_kps_keypair" "login" {
  name = "everything"
}

resource "huaweicloud_evs_volume" "data" {
  name              = "everything"
  availability_zone = data.huaweicloud_availability_zones.all.names[0]
  volume_type       = "SSD"
  size              = 20
  device_type       = "SCSI"
}

resource "huaweicloud_evs_volume" "archive" {
  name              = "archive"
  availability_zone = data.huaweicloud_availability_zones.all.names[0]
  volume_type       = "SAS"
  size              = 10
  cascade           = true
  tags              = { role = "archive" }

  lifecycle {
    ignore_changes = [size, volume_type]
  }
}

resource "huaweicloud_evs_volume_retype" "archive" {
  volume_id = huaweicloud_evs_volume.archive.id
  new_type  = "SSD"
}

resource "huaweicloud_evs_volume_metadata" "archive" {
  volume_id = huaweicloud_evs_volume.archive.id
  metadata  = { owner = "everything" }
}

resource "huaweicloud_evs_snapshot" "archive" {
  volume_id  = huaweicloud_evs_volume.archive.id
  name       = "archive"
  metadata   = { why = "everything" }
  depends_on = [huaweicloud_evs_volume_retype.archive]
}

resource "huaweicloud_evs_snapshot_rollback" "archive" {
  volume_id   = huaweicloud_evs_volume.archive.id
  snapshot_id = huaweicloud_evs_snapshot.archive.id
}

resource "huaweicloud_evs_volumes_batch_expand" "archive" {
  volumes {
    id       = huaweicloud_evs_volume.archive.id
    new_size = 20
  }

  depends_on = [huaweicloud_evs_snapshot_rollback.archive]
}

resource "huaweicloud_evs_volume" "subscribed" {
  name              = "subscribed"
  availability_zone = data.huaweicloud_availability_zones.all.names[0]
  volume_type       = "SAS"
  size              = 10
  charging_mode     = "prePaid"
  period_unit       = "month"
  period            = 1
}

# Subscribed data disks of servers, to be given back while they are in use.
variable "given_back" {
  type    = list(string)
  default = []
}

resource "huaweicloud_evs_unsubscribe_prepaid_volume" "given_back" {
  count = min(1, length(var.given_back))

  volume_ids = var.given_back
}

resource "huaweicloud_evsv3_volume" "scratch" {
  name        = "scratch"
  volume_type = "SSD"
  size        = 10
  description = "Made through the native API"
}

resource "huaweicloud_evsv3_snapshot" "scratch" {
  volume_id = huaweicloud_evsv3_volume.scratch.id
  name      = "scratch"
}

resource "huaweicloud_evs_snapshot_metadata" "scratch" {
  snapshot_id = huaweicloud_evsv3_snapshot.scratch.id
  metadata    = { why = "everything" }
}

resource "huaweicloud_evs_volume" "offered" {
  count = 2

  name              = "offered-${count.index}"
  availability_zone = data.huaweicloud_availability_zones.all.names[0]
  volume_type       = "SAS"
  size              = 10
}

resource "huaweicloud_evs_volume_transfer" "offer" {
  name      = "everything"
  volume_id = huaweicloud_evs_volume.offered[0].id
}

resource "huaweicloud_evsv3_volume_transfer" "offer" {
  name      = "everything"
  volume_id = huaweicloud_evs_volume.offered[1].id
}

# With these the offers are gone, and would be made again.
variable "accepted" {
  type    = bool
  default = false
}

resource "huaweicloud_evs_volume_transfer_accepter" "acceptance" {
  count = var.accepted ? 1 : 0

  transfer_id = huaweicloud_evs_volume_transfer.offer.id
  auth_key    = huaweicloud_evs_volume_transfer.offer.auth_key
}

resource "huaweicloud_evsv3_volume_transfer_accepter" "acceptance" {
  count = var.accepted ? 1 : 0

  transfer_id = huaweicloud_evsv3_volume_transfer.offer.id
  auth_key    = huaweicloud_evsv3_volume_transfer.offer.auth_key
}

resource "huaweicloud_evs_volume" "ledger" {
  name              = "ledger"
  availability_zone = "cn-north-4a"
  volume_type       = "SSD"
  size              = 10
}

resource "huaweicloud_evsv5_snapshot" "ledger" {
  volume_id      = huaweicloud_evs_volume.ledger.id
  name           = "ledger"
  description    = "Everything as it was"
  instant_access = true
  tags           = { role = "ledger" }
}

resource "huaweicloud_evsv5_snapshot_rollback" "ledger" {
  volume_id   = huaweicloud_evs_volume.ledger.id
  snapshot_id = huaweicloud_evsv5_snapshot.ledger.id
}

resource "huaweicloud_evs_snapshot_group" "ledger" {
  volume_ids  = [huaweicloud_evs_volume.ledger.id]
  name        = "ledgers"
  incremental = true
  tags        = { role = "ledgers" }
  depends_on  = [huaweicloud_evsv5_snapshot_rollback.ledger]
}

resource "huaweicloud_evs_recycle_bin_policy" "off" {
  switch    = false
  keep_time = 7
}

# What was found in the recycle bin, to be taken out of it and to be deleted for good.
variable "in_the_bin" {
  type    = list(string)
  default = []
}

resource "huaweicloud_evs_recycle_bin_volume_revert" "first" {
  count = min(1, length(var.in_the_bin))

  volume_id = var.in_the_bin[0]
}

resource "huaweicloud_evs_recycle_bin_volume_delete" "rest" {
  count = max(0, length(var.in_the_bin) - 1)

  volume_id = var.in_the_bin[count.index + 1]
}

data "huaweicloud_evs_recycle_bin_volume_detail" "each" {
  count = length(var.in_the_bin)

  volume_id = var.in_the_bin[count.index]
}

data "huaweicloud_evs_recycle_bin_policy" "now" {
  depends_on = [huaweicloud_evs_recycle_bin_policy.off]
}

data "huaweicloud_evs_recycle_bin_volumes_detail" "all" {}

resource "huaweicloud_compute_instance" "web" {
  name               = "everything"
  image_id           = data.huaweicloud_images_image.ubuntu.id
  flavor_id          = data.huaweicloud_compute_flavors.small.ids[0]
  availability_zone  = data.huaweicloud_availability_zones.all.names[0]
  key_pair           = huaweicloud_kps_keypair.login.name
  security_group_ids = [huaweicloud_networking_secgroup.web.id]
  system_disk_type   = "SSD"
  system_disk_size   = 40
  user_data          = "#!/bin/sh\necho up\n"

  network {
    uuid              = huaweicloud_vpc_subnet.net.id
    source_dest_check = true
  }

  data_disks {
    type = "SAS"
    size = 10
  }

  tags = { role = "web" }
}

resource "huaweicloud_compute_volume_attach" "data" {
  instance_id = huaweicloud_compute_instance.web.id
  volume_id   = huaweicloud_evs_volume.data.id
}

resource "huaweicloud_vpc_eip" "public" {
  name = "everything"

  publicip {
    type = "5_bgp"
  }

  bandwidth {
    share_type  = "PER"
    name        = "everything"
    size        = 5
    charge_mode = "traffic"
  }
}

resource "huaweicloud_compute_eip_associate" "public" {
  public_ip   = huaweicloud_vpc_eip.public.address
  instance_id = huaweicloud_compute_instance.web.id
}

data "huaweicloud_vpc" "net" {
  id = huaweicloud_vpc.net.id
}

data "huaweicloud_vpcs" "net" {
  name = huaweicloud_vpc.net.name
}

data "huaweicloud_vpc_subnet" "net" {
  id = huaweicloud_vpc_subnet.net.id
}

data "huaweicloud_vpc_subnets" "net" {
  vpc_id = huaweicloud_vpc_subnet.net.vpc_id
}

data "huaweicloud_networking_secgroup" "web" {
  secgroup_id = huaweicloud_networking_secgroup.web.id
}

data "huaweicloud_networking_secgroups" "web" {
  name = huaweicloud_networking_secgroup.web.name
}

data "huaweicloud_kps_keypairs" "login" {
  name = huaweicloud_kps_keypair.login.name
}

data "huaweicloud_compute_instance" "web" {
  name       = huaweicloud_compute_instance.web.name
  depends_on = [huaweicloud_compute_kernel_dump_trigger.web]
}

data "huaweicloud_compute_instances" "web" {
  name       = huaweicloud_compute_instance.web.name
  depends_on = [huaweicloud_compute_kernel_dump_trigger.web]
}

data "huaweicloud_evs_volumes" "attached" {
  server_id  = huaweicloud_compute_instance.web.id
  depends_on = [huaweicloud_compute_kernel_dump_trigger.web]
}

data "huaweicloud_evs_availability_zones" "all" {}

data "huaweicloud_evsv3_availability_zones" "all" {}

data "huaweicloud_evs_quotas" "all" {
  usage = "True"
}

data "huaweicloud_evsv3_quotas" "all" {
  usage = true
}

data "huaweicloud_evs_volume_types" "all" {}

data "huaweicloud_evsv3_volume_types" "all" {}

data "huaweicloud_evsv3_volume_type_detail" "one" {
  type_id = data.huaweicloud_evsv3_volume_types.all.volume_types[0].id
}

data "huaweicloud_evs_tags" "all" {
  depends_on = [huaweicloud_evs_volume.archive]
}

data "huaweicloud_evs_volume_tags" "archive" {
  volume_id = huaweicloud_evs_volume.archive.id
}

data "huaweicloud_evs_volumes_by_tags" "archive" {
  action = "filter"

  tags {
    key    = "role"
    values = [huaweicloud_evs_volume.archive.tags.role]
  }
}

data "huaweicloud_evs_snapshots" "archive" {
  snapshot_id = huaweicloud_evs_snapshot.archive.id
}

data "huaweicloud_evsv3_snapshots" "scratch" {
  volume_id  = huaweicloud_evsv3_volume.scratch.id
  depends_on = [huaweicloud_evsv3_snapshot.scratch]
}

data "huaweicloud_evs_snapshot_metadata" "scratch" {
  snapshot_id = huaweicloud_evs_snapshot_metadata.scratch.snapshot_id
}

data "huaweicloud_evsv3_volumes" "scratch" {
  name = huaweicloud_evsv3_volume.scratch.name
}

data "huaweicloud_evs_volume_transfers" "all" {
  depends_on = [huaweicloud_evs_volume_transfer.offer]
}

data "huaweicloud_evsv3_volume_transfers" "all" {
  depends_on = [huaweicloud_evs_volume_transfer.offer]
}

data "huaweicloud_evsv3_volume_transfer_details" "all" {
  depends_on = [huaweicloud_evs_volume_transfer.offer]
}

data "huaweicloud_evsv5_snapshots" "ledger" {
  volume_id  = huaweicloud_evs_volume.ledger.id
  sort_dir   = "asc"
  depends_on = [huaweicloud_evs_snapshot_group.ledger]
}

data "huaweicloud_evs_snapshot_chains" "ledger" {
  volume_id  = huaweicloud_evs_volume.ledger.id
  depends_on = [huaweicloud_evs_snapshot_group.ledger]
}

data "huaweicloud_evs_snapshot_groups" "ledger" {
  id = huaweicloud_evs_snapshot_group.ledger.id
}

data "huaweicloud_evs_snapshots_tags" "all" {
  depends_on = [huaweicloud_evsv5_snapshot.ledger]
}

data "huaweicloud_evs_snapshot_groups_tags" "all" {
  depends_on = [huaweicloud_evs_snapshot_group.ledger]
}

output "seen" {
  value = join(" ", [
    data.huaweicloud_vpc.net.cidr,
    data.huaweicloud_vpcs.net.vpcs[0].name,
    data.huaweicloud_vpc_subnet.net.gateway_ip,
    length(data.huaweicloud_vpc_subnets.net.subnets),
    data.huaweicloud_networking_secgroup.web.name,
    length(data.huaweicloud_networking_secgroups.web.security_groups),
    length(data.huaweicloud_kps_keypairs.login.keypairs),
    data.huaweicloud_compute_instance.web.status,
    length(data.huaweicloud_compute_instances.web.instances),
    length(data.huaweicloud_evs_volumes.attached.volumes),
    data.huaweicloud_compute_instance.web.public_ip == huaweicloud_vpc_eip.public.address,
    length(data.huaweicloud_images_images.public.images) > 1,
    length(data.huaweicloud_identity_projects.this.projects),
    data.huaweicloud_account.this.name != "",
  ])
}

output "disks" {
  value = join(" ", [
    length(data.huaweicloud_evs_availability_zones.all.availability_zones),
    length(data.huaweicloud_evsv3_availability_zones.all.availability_zones),
    data.huaweicloud_evs_quotas.all.quota_set[0].volumes[0].limit == data.huaweicloud_evsv3_quotas.all.quota_set[0].volumes[0].limit,
    length(data.huaweicloud_evs_volume_types.all.types) == length(data.huaweicloud_evsv3_volume_types.all.volume_types),
    data.huaweicloud_evsv3_volume_type_detail.one.volume_type[0].name,
    data.huaweicloud_evs_tags.all.tags.role,
    length(data.huaweicloud_evs_volume_tags.archive.tags),
    data.huaweicloud_evs_volumes_by_tags.archive.resources[0].resource_name,
    data.huaweicloud_evs_snapshots.archive.snapshots[0].name,
    data.huaweicloud_evsv3_snapshots.scratch.snapshots[0].name,
    data.huaweicloud_evs_snapshot_metadata.scratch.metadata.why,
    data.huaweicloud_evsv3_volumes.scratch.volumes[0].status,
    data.huaweicloud_evs_recycle_bin_policy.now.keep_time,
    length(data.huaweicloud_evs_recycle_bin_volumes_detail.all.volumes),
    length(data.huaweicloud_evs_volume_transfers.all.transfers) > 0,
    length(data.huaweicloud_evsv3_volume_transfers.all.transfers) > 0,
    length(data.huaweicloud_evsv3_volume_transfer_details.all.transfers) > 0,
  ])
}

output "snapshots" {
  value = join(" ", [
    data.huaweicloud_evsv5_snapshots.ledger.snapshots[0].name,
    data.huaweicloud_evsv5_snapshots.ledger.snapshots[1].snapshot_group_id == huaweicloud_evs_snapshot_group.ledger.id,
    data.huaweicloud_evs_snapshot_chains.ledger.snapshot_chains[0].snapshot_count,
    data.huaweicloud_evs_snapshot_groups.ledger.snapshot_groups[0].name,
    one([for tag in data.huaweicloud_evs_snapshots_tags.all.tags : tag.value[0] if tag.key == "role"]),
    one([for tag in data.huaweicloud_evs_snapshot_groups_tags.all.tags : tag.value[0] if tag.key == "role"]),
  ])
}

resource "huaweicloud_compute_interface_attach" "second" {
  instance_id = huaweicloud_compute_instance.web.id
  network_id  = huaweicloud_vpc_subnet.net.id
  depends_on  = [huaweicloud_compute_volume_attach.data]
}

resource "huaweicloud_compute_servergroup" "apart" {
  name     = "everything"
  policies = ["anti-affinity"]
  members  = [huaweicloud_compute_instance.web.id]
}

resource "huaweicloud_compute_keypair" "old" {
  name       = "everything-old"
  public_key = huaweicloud_kps_keypair.login.public_key
}

resource "huaweicloud_compute_template" "web" {
  name = "everything"

  template_data {
    flavor_id            = huaweicloud_compute_instance.web.flavor_id
    availability_zone_id = huaweicloud_compute_instance.web.availability_zone

    network_interfaces {
      virsubnet_id = huaweicloud_vpc_subnet.net.id

      attachment {
        device_index = 0
      }
    }

    block_device_mappings {
      source_id   = huaweicloud_compute_instance.web.image_id
      source_type = "image"
      volume_type = "SSD"
      volume_size = 40

      attachment {
        boot_index = 0
      }
    }
  }
}

resource "huaweicloud_compute_auto_launch_group" "web" {
  name                    = "crew"
  target_capacity         = 1
  stable_capacity         = 1
  launch_template_id      = huaweicloud_compute_template.web.id
  launch_template_version = "1"

  overrides {
    availability_zone = huaweicloud_compute_instance.web.availability_zone
    flavor_id         = huaweicloud_compute_instance.web.flavor_id
  }
}

resource "huaweicloud_compute_instance_redeploy" "web" {
  server_id  = huaweicloud_compute_instance.web.id
  depends_on = [huaweicloud_compute_os_reinstall.web]
}

resource "huaweicloud_compute_kernel_dump_trigger" "web" {
  server_id  = huaweicloud_compute_instance.web.id
  depends_on = [huaweicloud_compute_instance_redeploy.web]
}

resource "huaweicloud_compute_password_delete" "web" {
  server_id  = huaweicloud_compute_instance.web.id
  depends_on = [huaweicloud_compute_kernel_dump_trigger.web]
}

resource "huaweicloud_compute_os_change" "web" {
  server_id            = huaweicloud_compute_instance.web.id
  cloud_init_installed = "true"

  os_change {
    imageid = data.huaweicloud_images_image.ubuntu.id
    keyname = huaweicloud_kps_keypair.login.name
    mode    = "withStopServer"
  }

  depends_on = [huaweicloud_compute_interface_attach.second, huaweicloud_compute_eip_associate.public]
}

resource "huaweicloud_compute_os_reinstall" "web" {
  server_id            = huaweicloud_compute_instance.web.id
  cloud_init_installed = "true"

  os_reinstall {
    keyname = huaweicloud_kps_keypair.login.name
    mode    = "withStopServer"
  }

  depends_on = [huaweicloud_compute_os_change.web]
}

resource "huaweicloud_compute_recycle_policy" "on" {
  recycle_threshold_day = 1
  retention_hour        = 24
}

# Servers that were found in the recycle bin, as above.
variable "servers_in_the_bin" {
  type    = list(string)
  default = []
}

resource "huaweicloud_compute_recycle_bin_server_recover" "first" {
  count = min(1, length(var.servers_in_the_bin))

  server_id = var.servers_in_the_bin[0]
}

resource "huaweicloud_compute_recycle_bin_server_delete" "rest" {
  count = max(0, length(var.servers_in_the_bin) - 1)

  server_id = var.servers_in_the_bin[count.index + 1]
}

# What the cloud is going to do with servers, to be put off and agreed to.
variable "events" {
  type    = list(string)
  default = []
}

resource "huaweicloud_compute_scheduled_event_update" "each" {
  count = length(var.events)

  event_id   = var.events[count.index]
  not_before = "2099-01-01T00:00:00Z"
}

resource "huaweicloud_compute_scheduled_event_accept" "each" {
  count = length(var.events)

  event_id   = var.events[count.index]
  depends_on = [huaweicloud_compute_scheduled_event_update.each]
}

data "huaweicloud_compute_availability_zones" "all" {}

data "huaweicloud_compute_availability_zones_v2" "all" {}

data "huaweicloud_compute_quotas" "all" {}

data "huaweicloud_compute_volume_attachments" "web" {
  server_id  = huaweicloud_compute_instance.web.id
  depends_on = [huaweicloud_compute_kernel_dump_trigger.web]
}

data "huaweicloud_compute_appendable_volume_quota" "web" {
  server_id = huaweicloud_compute_instance.web.id
}

data "huaweicloud_compute_attachable_nics" "web" {
  server_id  = huaweicloud_compute_instance.web.id
  depends_on = [huaweicloud_compute_kernel_dump_trigger.web]
}

data "huaweicloud_compute_auto_launch_groups" "all" {
  depends_on = [huaweicloud_compute_auto_launch_group.web]
}

data "huaweicloud_compute_auto_launch_group_instances" "web" {
  auto_launch_group_id = huaweicloud_compute_auto_launch_group.web.id
}

data "huaweicloud_compute_flavor_capacity" "web" {
  flavor_id = huaweicloud_compute_instance.web.flavor_id
}

data "huaweicloud_compute_flavor_sales_policies" "web" {
  flavor_id = huaweicloud_compute_instance.web.flavor_id
}

data "huaweicloud_compute_instance_remote_console" "web" {
  instance_id = huaweicloud_compute_instance.web.id
  depends_on  = [huaweicloud_compute_kernel_dump_trigger.web]
}

data "huaweicloud_compute_password" "web" {
  server_id  = huaweicloud_compute_instance.web.id
  depends_on = [huaweicloud_compute_kernel_dump_trigger.web]
}

data "huaweicloud_compute_recycle_bin_servers" "all" {}

data "huaweicloud_compute_resize_flavors" "web" {
  instance_uuid = huaweicloud_compute_instance.web.id
}

data "huaweicloud_compute_scheduled_events" "all" {}

data "huaweicloud_compute_servergroups" "apart" {
  name = huaweicloud_compute_servergroup.apart.name
}

data "huaweicloud_compute_supply_recommendations" "web" {
  flavor_ids = [huaweicloud_compute_instance.web.flavor_id]

  locations {
    region_id = "cn-north-4"
  }
}

data "huaweicloud_compute_templates" "web" {
  launch_template_id = [huaweicloud_compute_template.web.id]
}

data "huaweicloud_compute_template_versions" "web" {
  launch_template_id = huaweicloud_compute_template.web.id
}

output "servers" {
  value = join(" ", [
    length(data.huaweicloud_compute_availability_zones.all.availability_zones),
    join(",", data.huaweicloud_compute_availability_zones_v2.all.names) == join(",", data.huaweicloud_availability_zones.all.names),
    data.huaweicloud_compute_quotas.all.absolute[0].max_total_instances > 0,
    length(data.huaweicloud_compute_volume_attachments.web.volume_attachments),
    length(data.huaweicloud_compute_attachable_nics.web.interface_attachments),
    length(data.huaweicloud_compute_resize_flavors.web.flavors) > 1,
    length(data.huaweicloud_compute_servergroups.apart.servergroups),
    length(data.huaweicloud_compute_templates.web.launch_templates),
    length(data.huaweicloud_compute_template_versions.web.launch_template_versions),
    length(data.huaweicloud_compute_flavor_capacity.web.resources) > 0,
    length(data.huaweicloud_compute_supply_recommendations.web.supply_recommendations) > 0,
    data.huaweicloud_compute_appendable_volume_quota.web.quota_count > 0,
    length(data.huaweicloud_compute_auto_launch_groups.all.auto_launch_groups),
    data.huaweicloud_compute_auto_launch_group_instances.web.auto_launch_group_id == huaweicloud_compute_auto_launch_group.web.id,
  ])
}

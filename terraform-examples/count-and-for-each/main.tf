# Many of a kind: disks by count, groups and rules by for_each.

terraform {
  required_providers {
    huaweicloud = {
      source = "huaweicloud/huaweicloud"
    }
  }
}

provider "huaweicloud" {
  region = "cn-north-4"
}

variable "disks" {
  description = "How many data disks."
  type        = number
  default     = 3
}

variable "open_ports" {
  description = "Which ports each group lets in."
  type        = map(list(number))
  default = {
    web   = [80, 443]
    admin = [22]
  }
}

data "huaweicloud_availability_zones" "all" {}

locals {
  zones = data.huaweicloud_availability_zones.all.names

  rules = merge([
    for group, ports in var.open_ports : {
      for port in ports : "${group}-${port}" => { group = group, port = port }
    }
  ]...)
}

resource "huaweicloud_evs_volume" "data" {
  count = var.disks

  name              = "data-${count.index}"
  availability_zone = local.zones[count.index % length(local.zones)]
  volume_type       = "SAS"
  size              = 10 * (count.index + 1)
}

resource "huaweicloud_networking_secgroup" "by_role" {
  for_each = var.open_ports

  name        = each.key
  description = "What ${each.key} lets in"
}

resource "huaweicloud_networking_secgroup_rule" "by_port" {
  for_each = local.rules

  security_group_id = huaweicloud_networking_secgroup.by_role[each.value.group].id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = each.value.port
  remote_ip_prefix  = "0.0.0.0/0"
}

output "disks" {
  description = "Size and zone of each disk, by name."
  value = {
    for disk in huaweicloud_evs_volume.data : disk.name => "${disk.size} GiB in ${disk.availability_zone}"
  }
}

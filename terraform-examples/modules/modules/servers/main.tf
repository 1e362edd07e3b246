terraform {
  required_providers {
    huaweicloud = {
      source = "huaweicloud/huaweicloud"
    }
  }
}

variable "name" {
  type = string
}

variable "servers" {
  type = number
}

variable "subnet_id" {
  type = string
}

variable "security_group_id" {
  type = string
}

data "huaweicloud_availability_zones" "all" {}

data "huaweicloud_compute_flavors" "small" {
  availability_zone = data.huaweicloud_availability_zones.all.names[0]
  performance_type  = "normal"
  cpu_core_count    = 2
  memory_size       = 4
}

data "huaweicloud_images_image" "ubuntu" {
  name        = "Ubuntu 22.04 server 64bit"
  most_recent = true
}

resource "huaweicloud_compute_instance" "this" {
  count = var.servers

  name               = "${var.name}-${count.index}"
  image_id           = data.huaweicloud_images_image.ubuntu.id
  flavor_id          = data.huaweicloud_compute_flavors.small.ids[0]
  availability_zone  = data.huaweicloud_availability_zones.all.names[0]
  security_group_ids = [var.security_group_id]
  system_disk_type   = "SSD"
  system_disk_size   = 40

  network {
    uuid = var.subnet_id
  }
}

output "addresses" {
  value = huaweicloud_compute_instance.this[*].access_ip_v4
}

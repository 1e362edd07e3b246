# A server that grows.

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

variable "cores" {
  description = "How many cores the server has"
  type        = number
  default     = 2
}

data "huaweicloud_availability_zones" "all" {}

data "huaweicloud_compute_flavors" "fitting" {
  availability_zone = data.huaweicloud_availability_zones.all.names[0]
  performance_type  = "normal"
  cpu_core_count    = var.cores
  memory_size       = 2 * var.cores
}

data "huaweicloud_images_image" "ubuntu" {
  name        = "Ubuntu 22.04 server 64bit"
  most_recent = true
}

data "huaweicloud_vpc_subnet" "usual" {
  name = "subnet-default"
}

resource "huaweicloud_compute_instance" "shop" {
  name              = "shop"
  availability_zone = data.huaweicloud_availability_zones.all.names[0]
  flavor_id         = data.huaweicloud_compute_flavors.fitting.ids[0]
  image_id          = data.huaweicloud_images_image.ubuntu.id
  system_disk_type  = "SSD"

  network {
    uuid = data.huaweicloud_vpc_subnet.usual.id
  }
}

output "flavor" {
  value = huaweicloud_compute_instance.shop.flavor_name
}

# A server that is given another operating system, and keeps its address and its data disk.

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

variable "image" {
  description = "The name of the image that the server runs"
  type        = string
  default     = "Ubuntu 22.04 server 64bit"
}

data "huaweicloud_images_image" "system" {
  name        = var.image
  most_recent = true
}

data "huaweicloud_vpc_subnet" "usual" {
  name = "subnet-default"
}

resource "huaweicloud_compute_instance" "shop" {
  name              = "shop"
  availability_zone = "cn-north-4a"
  flavor_id         = "s3.large.2"
  image_id          = data.huaweicloud_images_image.system.id
  admin_pass        = "Not-4-your-eyes"
  system_disk_type  = "SSD"

  network {
    uuid = data.huaweicloud_vpc_subnet.usual.id
  }
}

resource "huaweicloud_evs_volume" "ledger" {
  name              = "ledger"
  availability_zone = "cn-north-4a"
  volume_type       = "SSD"
  size              = 40
}

resource "huaweicloud_compute_volume_attach" "ledger" {
  instance_id = huaweicloud_compute_instance.shop.id
  volume_id   = huaweicloud_evs_volume.ledger.id
}

output "system" {
  value = huaweicloud_compute_instance.shop.image_name
}

output "system_disk" {
  value = huaweicloud_compute_instance.shop.system_disk_id
}

output "address" {
  value = huaweicloud_compute_instance.shop.access_ip_v4
}

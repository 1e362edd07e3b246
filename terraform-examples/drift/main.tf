# A disk and a security group, which somebody else is going to touch.

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

resource "huaweicloud_evs_volume" "data" {
  name              = "data"
  description       = "Orders and invoices"
  availability_zone = "cn-north-4a"
  volume_type       = "SAS"
  size              = 10

  tags = {
    owner = "shop"
  }
}

resource "huaweicloud_networking_secgroup" "web" {
  name        = "web"
  description = "What the web servers let in"
}

output "disk" {
  value = huaweicloud_evs_volume.data.id
}

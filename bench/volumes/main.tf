# As many disks as wanted.

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
  type = number
}

resource "huaweicloud_evs_volume" "data" {
  count = var.disks

  name              = "data-${count.index}"
  availability_zone = "cn-north-4a"
  volume_type       = "SAS"
  size              = 10
}

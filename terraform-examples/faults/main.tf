# Two disks; what becomes of them is up to the fault rules in faults.yaml.

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

resource "huaweicloud_evs_volume" "orders" {
  name              = "orders"
  availability_zone = "cn-north-4a"
  volume_type       = "SAS"
  size              = 10
}

resource "huaweicloud_evs_volume" "archive" {
  name              = "archive"
  availability_zone = "cn-north-4a"
  volume_type       = "SSD"
  size              = 100
}

# A disk whose size has a limit of our own, to be tested.

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

variable "name" {
  description = "Name of the disk."
  type        = string
  default     = "data"
}

variable "size" {
  description = "Size in GiB; we allow no disk over 1 TiB."
  type        = number
  default     = 10

  validation {
    condition     = var.size <= 1024
    error_message = "A disk has at most 1024 GiB here."
  }
}

resource "huaweicloud_evs_volume" "data" {
  name              = var.name
  availability_zone = "cn-north-4a"
  volume_type       = "SAS"
  size              = var.size

  lifecycle {
    postcondition {
      condition     = self.status == "available"
      error_message = "The disk is ${self.status}."
    }
  }
}

check "named" {
  assert {
    condition     = length(var.name) > 0
    error_message = "A disk without a name is hard to find."
  }
}

output "status" {
  value = huaweicloud_evs_volume.data.status
}

output "id" {
  value = huaweicloud_evs_volume.data.id
}

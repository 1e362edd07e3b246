# A disk goes from one project to another: one offers it, the other accepts.

terraform {
  required_providers {
    huaweicloud = {
      source = "huaweicloud/huaweicloud"
    }
  }
}

provider "huaweicloud" {
  alias      = "giver"
  region     = "cn-north-4"
  project_id = "0ec5a000000000000000000000000001"
}

provider "huaweicloud" {
  alias      = "receiver"
  region     = "cn-north-4"
  project_id = "0ec5a000000000000000000000000002"
}

variable "handed_over" {
  description = "Whether the receiver has the disk, and the giver is to forget it"
  type        = bool
  default     = false
}

resource "huaweicloud_evs_volume" "given" {
  count    = var.handed_over ? 0 : 1
  provider = huaweicloud.giver

  name              = "archive"
  availability_zone = "cn-north-4a"
  volume_type       = "SAS"
  size              = 100
}

resource "huaweicloud_evs_volume_transfer" "offer" {
  count    = var.handed_over ? 0 : 1
  provider = huaweicloud.giver

  name      = "archive-to-its-new-owner"
  volume_id = huaweicloud_evs_volume.given[0].id
}

resource "huaweicloud_evs_volume_transfer_accepter" "acceptance" {
  count    = var.handed_over ? 0 : 1
  provider = huaweicloud.receiver

  transfer_id = huaweicloud_evs_volume_transfer.offer[0].id
  auth_key    = huaweicloud_evs_volume_transfer.offer[0].auth_key
}

# The same disk in the hands of its new owner: to be imported.
resource "huaweicloud_evs_volume" "received" {
  count    = var.handed_over ? 1 : 0
  provider = huaweicloud.receiver

  name              = "archive"
  availability_zone = "cn-north-4a"
  volume_type       = "SAS"
  size              = 100
}

output "disk" {
  value = one(huaweicloud_evs_volume.given[*].id)
}

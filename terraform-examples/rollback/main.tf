# A disk, a snapshot of it, and the way back after damage.

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

variable "damaged" {
  description = "Whether the disk is to be taken back to what it was"
  type        = bool
  default     = false
}

resource "huaweicloud_evs_volume" "ledger" {
  name              = "ledger"
  availability_zone = "cn-north-4a"
  volume_type       = "SSD"
  size              = 40
}

resource "huaweicloud_evs_snapshot" "before_release" {
  name        = "before-release"
  description = "The ledger as it was before the release"
  volume_id   = huaweicloud_evs_volume.ledger.id
}

# Done once, when it appears. It is not looked at again, and taking it away undoes nothing.
resource "huaweicloud_evs_snapshot_rollback" "way_back" {
  count = var.damaged ? 1 : 0

  volume_id   = huaweicloud_evs_volume.ledger.id
  snapshot_id = huaweicloud_evs_snapshot.before_release.id
}

# The provider does not wait for a roll back. So look at the disk afterwards.
data "huaweicloud_evs_volumes" "ledger" {
  volume_id  = huaweicloud_evs_volume.ledger.id
  depends_on = [huaweicloud_evs_snapshot_rollback.way_back]
}

locals {
  status = one(data.huaweicloud_evs_volumes.ledger.volumes[*].status)
}

check "the_ledger_is_usable" {
  assert {
    condition     = local.status == "available"
    error_message = "The ledger is ${local.status}."
  }
}

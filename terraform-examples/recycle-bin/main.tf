# A server that is thrown away by mistake, and the bin that it is found in.

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

variable "servers" {
  description = "The names of the servers"
  type        = set(string)
  default     = ["shop", "office"]
}

variable "wanted_back" {
  description = "The ids of servers in the bin that were thrown away by mistake"
  type        = set(string)
  default     = []
}

# Servers of any age go to the bin, and stay there for two days.
resource "huaweicloud_compute_recycle_policy" "bin" {
  recycle_threshold_day = 0
  retention_hour        = 48
}

data "huaweicloud_images_image" "ubuntu" {
  name        = "Ubuntu 22.04 server 64bit"
  most_recent = true
}

data "huaweicloud_vpc_subnet" "usual" {
  name = "subnet-default"
}

resource "huaweicloud_compute_instance" "each" {
  for_each = var.servers

  name              = each.key
  availability_zone = "cn-north-4a"
  flavor_id         = "s3.large.2"
  image_id          = data.huaweicloud_images_image.ubuntu.id
  system_disk_type  = "SSD"

  network {
    uuid = data.huaweicloud_vpc_subnet.usual.id
  }

  depends_on = [huaweicloud_compute_recycle_policy.bin]
}

# Done once. The server is there again then, and has to be imported.
resource "huaweicloud_compute_recycle_bin_server_recover" "way_back" {
  for_each = var.wanted_back

  server_id = each.key
}

data "huaweicloud_compute_recycle_bin_servers" "thrown_away" {
  depends_on = [
    huaweicloud_compute_instance.each,
    huaweicloud_compute_recycle_bin_server_recover.way_back,
  ]
}

output "in_the_bin" {
  value = join(" ", data.huaweicloud_compute_recycle_bin_servers.thrown_away.servers[*].id)
}

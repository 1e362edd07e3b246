# A network, a key pair, and two servers with a data disk each.

terraform {
  required_providers {
    huaweicloud = {
      source = "huaweicloud/huaweicloud"
    }
  }
}

provider "huaweicloud" {
  region = var.region
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

resource "huaweicloud_vpc" "net" {
  name = "${var.name}-vpc"
  cidr = "10.20.0.0/16"
}

resource "huaweicloud_vpc_subnet" "net" {
  name       = "${var.name}-subnet"
  vpc_id     = huaweicloud_vpc.net.id
  cidr       = "10.20.1.0/24"
  gateway_ip = "10.20.1.1"
}

resource "huaweicloud_networking_secgroup" "web" {
  name        = "${var.name}-web"
  description = "What the servers let in"
}

resource "huaweicloud_networking_secgroup_rule" "https" {
  security_group_id = huaweicloud_networking_secgroup.web.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = "443"
  remote_ip_prefix  = "0.0.0.0/0"
}

resource "huaweicloud_kps_keypair" "login" {
  name = "${var.name}-key"
}

resource "huaweicloud_compute_instance" "web" {
  count = var.servers

  name               = "${var.server_name}-${count.index}"
  image_id           = data.huaweicloud_images_image.ubuntu.id
  flavor_id          = data.huaweicloud_compute_flavors.small.ids[0]
  availability_zone  = data.huaweicloud_availability_zones.all.names[0]
  key_pair           = huaweicloud_kps_keypair.login.name
  security_group_ids = [huaweicloud_networking_secgroup.web.id]
  system_disk_type   = "SSD"
  system_disk_size   = 40

  network {
    uuid = huaweicloud_vpc_subnet.net.id
  }

  tags = {
    role = "web"
  }
}

resource "huaweicloud_evs_volume" "data" {
  count = var.servers

  name              = "${var.name}-data-${count.index}"
  availability_zone = data.huaweicloud_availability_zones.all.names[0]
  volume_type       = "SAS"
  size              = var.data_disk_size
}

resource "huaweicloud_compute_volume_attach" "data" {
  count = var.servers

  instance_id = huaweicloud_compute_instance.web[count.index].id
  volume_id   = huaweicloud_evs_volume.data[count.index].id
}

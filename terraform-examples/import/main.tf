# A disk that somebody made by hand, and a network beside it that is ours from the start.

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

variable "disk" {
  description = "Id of the disk that is to be taken over."
  type        = string
}

variable "vpc" {
  description = "Id of the VPC that is to be taken over."
  type        = string
}

import {
  to = huaweicloud_evs_volume.by_hand
  id = var.disk
}

import {
  to = huaweicloud_vpc.by_hand
  id = var.vpc
}

resource "huaweicloud_evs_volume" "by_hand" {
  name              = "by-hand"
  availability_zone = "cn-north-4a"
  volume_type       = "SAS"
  size              = 20
}

resource "huaweicloud_vpc" "by_hand" {
  name = "by-hand"
  cidr = "10.30.0.0/16"
}

resource "huaweicloud_vpc_subnet" "ours" {
  name       = "ours"
  vpc_id     = huaweicloud_vpc.by_hand.id
  cidr       = "10.30.1.0/24"
  gateway_ip = "10.30.1.1"
}

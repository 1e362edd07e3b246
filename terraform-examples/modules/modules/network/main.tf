terraform {
  required_providers {
    huaweicloud = {
      source = "huaweicloud/huaweicloud"
    }
  }
}

variable "name" {
  type = string
}

variable "cidr" {
  type = string
}

variable "ports" {
  description = "TCP ports that are open to everybody."
  type        = list(number)
}

resource "huaweicloud_vpc" "this" {
  name = var.name
  cidr = var.cidr
}

resource "huaweicloud_vpc_subnet" "this" {
  name       = var.name
  vpc_id     = huaweicloud_vpc.this.id
  cidr       = cidrsubnet(var.cidr, 8, 1)
  gateway_ip = cidrhost(cidrsubnet(var.cidr, 8, 1), 1)
}

resource "huaweicloud_networking_secgroup" "this" {
  name = var.name
}

resource "huaweicloud_networking_secgroup_rule" "open" {
  for_each = toset([for port in var.ports : tostring(port)])

  security_group_id = huaweicloud_networking_secgroup.this.id
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = each.value
  remote_ip_prefix  = "0.0.0.0/0"
}

output "subnet_id" {
  value = huaweicloud_vpc_subnet.this.id
}

output "security_group_id" {
  value = huaweicloud_networking_secgroup.this.id
}

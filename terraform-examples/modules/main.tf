# A network and its servers, each as a module.

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

module "network" {
  source = "./modules/network"

  name  = "shop"
  cidr  = "10.40.0.0/16"
  ports = [443]
}

module "servers" {
  source   = "./modules/servers"
  for_each = { web = 2, db = 1 }

  name              = each.key
  servers           = each.value
  subnet_id         = module.network.subnet_id
  security_group_id = module.network.security_group_id
}

output "addresses" {
  description = "Private addresses, by role."
  value       = { for role, servers in module.servers : role => servers.addresses }
}

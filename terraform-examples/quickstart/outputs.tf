output "servers" {
  description = "Private address of each server."
  value       = { for server in huaweicloud_compute_instance.web : server.name => server.access_ip_v4 }
}

output "data_disks" {
  description = "Under which device each server sees its data disk."
  value       = [for attachment in huaweicloud_compute_volume_attach.data : attachment.device]
}

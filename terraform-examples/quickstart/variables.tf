variable "region" {
  description = "The region; ecsim stands for any."
  type        = string
  default     = "cn-north-4"
}

variable "name" {
  description = "What all names begin with."
  type        = string
  default     = "quickstart"
}

variable "server_name" {
  description = "What the names of the servers begin with; may change while they live."
  type        = string
  default     = "quickstart"
}

variable "servers" {
  description = "How many servers, each with a data disk."
  type        = number
  default     = 2
}

variable "data_disk_size" {
  description = "Size of each data disk in GiB."
  type        = number
  default     = 10
}

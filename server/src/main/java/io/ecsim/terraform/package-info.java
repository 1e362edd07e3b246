/** Terraform's provider, doubled: speaks the plugin protocol to Terraform and HTTP to the cloud. */
package io.ecsim.terraform;

/** The way to the cloud: plain HTTP, as any client's. Knows nothing of Terraform's protocol. */
package io.ecsim.terraform.client;

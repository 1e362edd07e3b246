/** Terraform's plugin protocol 5: its messages and calls. Knows no resource by name. */
package io.ecsim.terraform.protocol;

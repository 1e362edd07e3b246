/** Terraform without Terraform: a client of the plugin protocol for tests, and tests of it. */
package io.ecsim.terraform.protocol;

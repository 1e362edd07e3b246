/** Terraform's types and values: what an argument may hold, and how that is written. */
package io.ecsim.terraform.value;

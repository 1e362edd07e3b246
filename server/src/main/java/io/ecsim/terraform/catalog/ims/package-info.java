/** Images in Terraform's hands. */
package io.ecsim.terraform.catalog.ims;

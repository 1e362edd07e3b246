/** What Terraform's users see. */
package io.ecsim.terraform;

/** What went wrong, as Terraform's user will read it. */
package io.ecsim.terraform.problem;

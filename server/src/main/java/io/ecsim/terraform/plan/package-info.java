/** What will be: from what is, what is configured and what the table says. Knows no resource. */
package io.ecsim.terraform.plan;

/** Values and how they are written. */
package io.ecsim.terraform.value;

/** What a configuration may say. */
package io.ecsim.terraform.schema;

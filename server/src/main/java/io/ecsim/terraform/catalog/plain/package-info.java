/** Data sources that show what the cloud says as it is. */
package io.ecsim.terraform.catalog.plain;

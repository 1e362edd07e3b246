/** What a resource and a data source are, and how each is made, read, changed and deleted. */
package io.ecsim.terraform.resource;

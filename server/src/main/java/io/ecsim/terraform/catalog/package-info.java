/** The resources and data sources that are doubled: one file each, and the list of them all. */
package io.ecsim.terraform.catalog;

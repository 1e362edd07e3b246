/**
 * Disks, snapshots and what else EVS has. (provider-behaviour 3, terraform-huaweicloud 2.4, 2.5.)
 */
package io.ecsim.terraform.catalog.evs;

/**
 * Servers and what belongs to them in Terraform's hands: one type for each resource and each data
 * source, and {@link io.ecsim.terraform.catalog.ecs.EcsDoubles} for all of them.
 */
package io.ecsim.terraform.catalog.ecs;

/**
 * Terraform's provider, doubled: speaks the plugin protocol to Terraform and HTTP to the cloud.
 *
 * <p>From the outside in: {@code protocol} answers Terraform's calls; {@code plan} says what will
 * be, the same way for every resource; {@code resource} leads an object through its life and loses
 * nothing; {@code catalog} has the resources themselves; {@code client} sends their requests and
 * waits. {@code schema} and {@code value} are what all of them speak in. A new resource is one
 * class in {@code catalog} that implements {@link io.ecsim.terraform.resource.ResourceType}, and
 * one line in {@link io.ecsim.terraform.catalog.Doubles}.
 */
package io.ecsim.terraform;

package io.ecsim.terraform.client;

/**
 * A provider block at work: one connection of Terraform's.
 *
 * @param cloud its way to the cloud
 * @param settings what the block says
 * @param stop the user's wish to end
 * @param locks what must not happen twice at a time
 */
public record ConfiguredProvider(Cloud cloud, Settings settings, Stop stop, Locks locks) {}

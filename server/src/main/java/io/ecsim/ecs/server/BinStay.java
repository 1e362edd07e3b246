package io.ecsim.ecs.server;

/**
 * A server's stay in the recycle bin.
 *
 * @param until when it is destroyed unless it has come back, in milliseconds of world time
 * @param how how it was to be deleted, and will be in the end
 */
public record BinStay(long until, Deletion how) {}

package io.ecsim.ecs.server;

/**
 * Which flavor a server is to have.
 *
 * @param id the flavor
 * @param running whether the server runs when it is asked for, and so does again afterwards
 * @param host the dedicated host it is to be on, or null
 * @param threads how many threads a core is to have, or null for as many as before
 */
public record NewFlavor(String id, boolean running, String host, Integer threads) {}

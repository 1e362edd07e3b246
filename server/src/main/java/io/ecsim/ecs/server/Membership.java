package io.ecsim.ecs.server;

/**
 * What becomes of a server that joins a group.
 *
 * @param group the id of the server group
 * @param moves how many hosts further on than usual it is from then on
 */
public record Membership(String group, int moves) {}

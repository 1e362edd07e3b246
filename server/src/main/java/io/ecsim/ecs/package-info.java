/**
 * Elastic Cloud Server. {@link io.ecsim.ecs.server.ServerTable} says what may happen to a server,
 * {@link io.ecsim.ecs.view.Words} how its statuses show; {@code huawei} and {@code nova} are the
 * doors through which requests come.
 */
package io.ecsim.ecs;

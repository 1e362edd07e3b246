/**
 * Elastic Cloud Server. {@link io.ecsim.ecs.ServerTable} says what may happen to a server, {@link
 * io.ecsim.ecs.Words} how its statuses show; the classes that implement the generated interfaces
 * read a request, check it, begin an edge, render the answer.
 */
package io.ecsim.ecs;

/**
 * The recycle bin: what a project keeps of deleted servers, which servers those are, and how they
 * come back or go for good. What happens to them there stands in {@link
 * io.ecsim.ecs.server.BinEdges}.
 */
package io.ecsim.ecs.bin;

/**
 * The kernel: worlds, resources and their lifecycles, jobs, clock, faults, journal.
 *
 * <p>A {@link io.ecsim.sim.World} holds one immutable {@link io.ecsim.sim.State}. What may happen
 * to a resource stands in its {@link io.ecsim.sim.Lifecycle}, a table of {@link
 * io.ecsim.sim.Edge}s; a {@link io.ecsim.sim.Job} is one edge under way on one resource, and its
 * parts. Time passes only when somebody looks: what is due by then is applied first, each event at
 * its own time.
 *
 * <p>Knows no cloud, no HTTP, no JSON.
 */
package io.ecsim.sim;

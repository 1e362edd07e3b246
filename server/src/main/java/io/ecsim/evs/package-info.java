/**
 * Disks: the Elastic Volume Service.
 *
 * <p>What may happen to a disk stands in {@link io.ecsim.evs.VolumeTable}; what a disk is, in
 * {@link io.ecsim.evs.Volume}. The {@code …Operations} answer operations, the {@code …View}s show
 * what is there, and {@link io.ecsim.evs.EvsDisks} is how servers get at disks.
 */
package io.ecsim.evs;

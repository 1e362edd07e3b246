/**
 * How services are put together, and the small interfaces through which they meet: ECS asks {@link
 * io.ecsim.pack.Disks} for a disk, not EVS. A pack knows the kernel and the generated API; it knows
 * no HTTP and no other pack.
 */
package io.ecsim.pack;

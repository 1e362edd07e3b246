/**
 * Disks change hands: a project offers a disk, and whoever has the key accepts it into another one.
 * The disk's part of it stands in {@link io.ecsim.evs.disk.VolumeTable}.
 */
package io.ecsim.evs.transfer;

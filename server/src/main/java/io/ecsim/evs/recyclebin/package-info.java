/**
 * The recycle bin: what a project keeps of deleted disks, how it looks, and how a disk comes back
 * or goes for good. Which disks get there is decided where they are deleted, in {@link
 * io.ecsim.evs.disk.VolumeTable}.
 */
package io.ecsim.evs.recyclebin;

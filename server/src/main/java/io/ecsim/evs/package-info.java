/**
 * The Elastic Volume Service, put together, and what servers and vaults ask of it.
 *
 * <p>The {@link io.ecsim.evs.disk model} is what disks and snapshots are. Two doors lead to them,
 * {@link io.ecsim.evs.huawei EVS's own} and the {@link io.ecsim.evs.cinder native} one; what both
 * show alike is the {@link io.ecsim.evs.view view}. Ideas that are more than a request have rooms
 * of their own: {@link io.ecsim.evs.snapshot snapshots of version 5}, their {@link
 * io.ecsim.evs.group groups}, {@link io.ecsim.evs.tag tags}, {@link io.ecsim.evs.transfer
 * transfers}, the {@link io.ecsim.evs.recyclebin recycle bin}, {@link io.ecsim.evs.backup backups}
 * and {@link io.ecsim.evs.order orders} of prepaid disks.
 */
package io.ecsim.evs;

/**
 * The Elastic Volume Service, put together: the {@link io.ecsim.evs.disk model}, its doors ({@link
 * io.ecsim.evs.huawei}, {@link io.ecsim.evs.cinder}, {@link io.ecsim.evs.snapshot}), rooms of their
 * own ({@link io.ecsim.evs.group}, {@link io.ecsim.evs.tag}) and what servers ask of disks.
 */
package io.ecsim.evs;

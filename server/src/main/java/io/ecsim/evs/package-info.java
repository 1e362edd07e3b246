/**
 * The Elastic Volume Service, put together: the {@link io.ecsim.evs.disk model}, its two doors
 * ({@link io.ecsim.evs.huawei}, {@link io.ecsim.evs.cinder}) and what servers ask of disks.
 */
package io.ecsim.evs;

/** The door of the Elastic Volume Service's own API: {@code cloudvolumes}, with jobs. */
package io.ecsim.evs.huawei;

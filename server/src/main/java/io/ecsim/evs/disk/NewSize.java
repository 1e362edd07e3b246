package io.ecsim.evs.disk;

/**
 * How large a disk shall become.
 *
 * @param id its id
 * @param size GiB
 */
public record NewSize(String id, int size) {}

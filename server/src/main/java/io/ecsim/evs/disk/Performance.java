package io.ecsim.evs.disk;

/**
 * What a disk is provisioned with.
 *
 * @param iops IOPS
 * @param throughput MiB/s, or null where the type has none to be provisioned
 */
public record Performance(Integer iops, Integer throughput) {}

package io.ecsim.evs.disk;

/**
 * What disks are made with that were ordered.
 *
 * @param room what there may be
 * @param disks how many were ordered together
 */
public record Batch(Room room, int disks) {}

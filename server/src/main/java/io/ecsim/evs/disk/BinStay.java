package io.ecsim.evs.disk;

/**
 * A disk's stay in the recycle bin. Times are milliseconds of world time.
 *
 * @param since when it got there
 * @param until when it is destroyed unless it has come back
 */
public record BinStay(long since, long until) {}

package io.ecsim.evs.disk;

/**
 * What a disk is extended with.
 *
 * @param size GiB it shall have
 * @param unfit why one of its servers does not allow it, or null if all do
 * @param room the quotas if it was ordered, else null: then they were asked already
 */
public record Extension(int size, String unfit, Room room) {}

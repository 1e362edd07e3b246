package io.ecsim.evs.backup;

import io.ecsim.sim.State;

/**
 * What the backups of a project amount to. One counts until it is gone.
 *
 * @param count how many there are
 * @param size their GiB
 */
public record BackupUsage(int count, long size) {

  /** What a project has now. */
  public static BackupUsage of(State state, String project) {
    return state
        .all(BackupTable.BACKUPS, project)
        .map(backup -> new BackupUsage(1, backup.spec().disk().size()))
        .reduce(new BackupUsage(0, 0), BackupUsage::plus);
  }

  private BackupUsage plus(BackupUsage other) {
    return new BackupUsage(count + other.count, size + other.size);
  }
}

package io.ecsim.evs.disk;

/** What becomes of the snapshots of a disk that is deleted. */
public enum Deletion {
  /** They forbid it. */
  ALONE,
  /** They are deleted with it, each by an edge of its own, and may refuse or fail. */
  CASCADING,
  /** They vanish with it, whatever they are doing: a server takes its disks with it. */
  SWEEPING,
  /** They vanish with it: it is paid for no longer. */
  UNSUBSCRIBING;

  /** What a client wants by {@code cascade}, which is false where it is not given. */
  public static Deletion of(Boolean cascade) {
    return Boolean.TRUE.equals(cascade) ? CASCADING : ALONE;
  }
}

package io.ecsim.evs.disk;

/**
 * Whether disks can be made from a standard snapshot at once. It can be switched on again only
 * where the snapshot was made with it: documentation of Terraform's {@code evsv5_snapshot}.
 */
public enum InstantAccess {
  /** Made without it. */
  NEVER,
  /** Made with it, and switched off. */
  OFF,
  /** Made with it. */
  ON;

  /** That of a new snapshot, for which null is false. */
  public static InstantAccess of(Boolean wanted) {
    return Boolean.TRUE.equals(wanted) ? ON : NEVER;
  }

  /** The same switched on or off, or null if it cannot be. */
  InstantAccess switched(boolean on) {
    if (this == NEVER) {
      return on ? null : NEVER;
    }
    return on ? ON : OFF;
  }
}

package io.ecsim.evs.disk;

/**
 * What a disk is given another type with.
 *
 * @param type the name of the type it shall have
 * @param iops IOPS to be provisioned, or null
 * @param throughput MiB/s to be provisioned, or null
 * @param room the quotas if it was ordered, else null: then they were asked already
 */
public record Retyping(String type, Integer iops, Integer throughput, Room room) {
  /** Another type that was not ordered. */
  public Retyping(String type, Integer iops, Integer throughput) {
    this(type, iops, throughput, null);
  }

  /** Whether a disk of this type can get there: only upwards, {@code evs-schemas.md} 2.4. */
  boolean isReachedFrom(String present) {
    return !type.equals(present) && rank(type) >= rank(present);
  }

  /** All kinds of solid-state disks are on one level. */
  private static int rank(String type) {
    return switch (type) {
      case "SATA" -> 0;
      case "SAS" -> 1;
      default -> 2;
    };
  }
}

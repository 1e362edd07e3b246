package io.ecsim.inventory;

import java.util.List;

/**
 * A disk type: {@code evs-schemas.md} 2.4.
 *
 * @param id its id in type lists
 * @param name {@code SAS}
 * @param zones the zones that offer it
 * @param soldOut those of them where none is left
 * @param systemSize GiB a system disk may have
 * @param dataSize GiB a data disk may have
 * @param iops what it does per second unless that is provisioned
 * @param throughput MiB/s it does at most unless that is provisioned
 * @param provisionedIops the IOPS that can be provisioned, or null if they cannot
 * @param provisionedThroughput the MiB/s that can be provisioned, or null if they cannot
 */
public record VolumeType(
    String id,
    String name,
    List<String> zones,
    List<String> soldOut,
    Range systemSize,
    Range dataSize,
    Iops iops,
    int throughput,
    Range provisionedIops,
    Range provisionedThroughput) {

  /** Makes the lists immutable. */
  public VolumeType {
    zones = List.copyOf(zones);
    soldOut = List.copyOf(soldOut);
  }

  /**
   * The IOPS of a disk by its size: {@code min(most, base + perGib * GiB)}.
   *
   * @param base what the smallest has
   * @param perGib what each GiB adds
   * @param most the limit
   */
  public record Iops(int base, int perGib, int most) {
    /** The IOPS of a disk of this many GiB. */
    public int of(int size) {
      return (int) Math.min(most, base + (long) perGib * size);
    }
  }

  /** Whether a zone offers it at all. */
  public boolean offeredIn(String zone) {
    return zones.contains(zone);
  }

  /** Whether a zone has none left. */
  public boolean soldOutIn(String zone) {
    return soldOut.contains(zone);
  }
}

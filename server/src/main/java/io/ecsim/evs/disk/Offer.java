package io.ecsim.evs.disk;

import io.ecsim.inventory.Inventory;
import io.ecsim.inventory.Range;
import io.ecsim.inventory.VolumeType;
import io.ecsim.pack.Disks;
import io.ecsim.pack.Problem;
import io.ecsim.sim.State;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What disks a cloud offers, and how many of them a project may have. */
public final class Offer {
  private static final int IOPS_PER_GIB = 500;
  private static final int IOPS_PER_MIB = 4;

  private final Inventory inventory;

  public Offer(Inventory inventory) {
    this.inventory = inventory;
  }

  /**
   * A disk that somebody would like to have.
   *
   * @param size GiB
   * @param system whether a server is to start from it
   */
  public record Wish(
      String type, String zone, int size, boolean system, Integer iops, Integer throughput) {
    public static Wish of(Disks.Order order) {
      return new Wish(
          order.type(),
          order.zone(),
          order.size(),
          order.bootIndex() == 0,
          order.iops(),
          order.throughput());
    }
  }

  /** Why this disk cannot be had at all, or null: {@code evs-schemas.md} 2.1 and 2.4. */
  public Problem problem(Wish wish) {
    VolumeType type = byName(wish.type());
    if (type == null) {
      return new Problem("EVS.1020", "There is no volume_type %s.".formatted(wish.type()));
    }
    if (!inventory.zones().contains(wish.zone())) {
      return new Problem("EVS.1036", "There is no availability_zone %s.".formatted(wish.zone()));
    }
    if (!type.offeredIn(wish.zone())) {
      return new Problem(
          "EVS.2071", "The zone %s does not offer %s disks.".formatted(wish.zone(), type.name()));
    }
    if (type.soldOutIn(wish.zone())) {
      return new Problem(
          "EVS.2072", "%s disks are sold out in the zone %s.".formatted(type.name(), wish.zone()));
    }
    Range sizes = sizes(type, wish.system());
    if (!sizes.contains(wish.size())) {
      return new Problem("EVS.1010", "size %s is not in %s.".formatted(wish.size(), sizes));
    }
    return performance(wish);
  }

  /** Why the performance of this disk cannot be had, or null; its type is known. */
  Problem performance(Wish wish) {
    return performance(byName(wish.type()), wish);
  }

  private static Problem performance(VolumeType type, Wish wish) {
    return Stream.of(
            provisioned("EVS.2231", "iops", type, wish.iops(), type.provisionedIops()),
            provisioned(
                "EVS.5400", "throughput", type, wish.throughput(), type.provisionedThroughput()),
            proportion(type, wish))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** Where both are provisioned, neither may be out of proportion. */
  private static Problem proportion(VolumeType type, Wish wish) {
    if (type.provisionedIops() == null || type.provisionedThroughput() == null) {
      return null;
    }
    if (wish.iops() != null && wish.iops() > (long) IOPS_PER_GIB * wish.size()) {
      return new Problem(
          "EVS.2231",
          "iops %s is more than %s for each of %s GiB."
              .formatted(wish.iops(), IOPS_PER_GIB, wish.size()));
    }
    return wish.iops() != null
            && wish.throughput() != null
            && wish.throughput() > wish.iops() / IOPS_PER_MIB
        ? new Problem(
            "EVS.5400",
            "throughput %s is more than a %sth of iops %s."
                .formatted(wish.throughput(), IOPS_PER_MIB, wish.iops()))
        : null;
  }

  private static Problem provisioned(
      String code, String field, VolumeType type, Integer value, Range range) {
    if (range == null) {
      return value == null
          ? null
          : new Problem(
              code, "%s disks take no %s, but it is %s.".formatted(type.name(), field, value));
    }
    if (value == null) {
      return new Problem(code, "%s disks need %s in %s.".formatted(type.name(), field, range));
    }
    return range.contains(value)
        ? null
        : new Problem(code, "%s %s is not in %s.".formatted(field, value, range));
  }

  /** What would exceed the quotas of a project if these disks were made, or null. */
  public Problem excess(State state, String project, List<Wish> wishes) {
    Usage usage = Usage.of(state, project);
    for (Wish wish : wishes) {
      usage = usage.with(wish.type(), wish.size());
      Problem problem = room().excess(usage, wish.type(), wish.size());
      if (problem != null) {
        return problem;
      }
    }
    return null;
  }

  /** What a disk of this type and size, which is there already, exceeds, or null. */
  public Problem excess(State state, String project, String type, int size) {
    return room().excess(Usage.of(state, project), type, size);
  }

  /** The room for disks. */
  Room room() {
    return new Room(inventory.limits());
  }

  /** The first zone. */
  String firstZone() {
    return inventory.zones().iterator().next();
  }

  /** The first type that can be had in this zone, or null. */
  String firstType(String zone) {
    return inventory.volumeTypes().stream()
        .filter(type -> type.offeredIn(zone) && !type.soldOutIn(zone))
        .map(VolumeType::name)
        .findFirst()
        .orElse(null);
  }

  /** The disk type with this name, or null. */
  VolumeType byName(String name) {
    return inventory.volumeTypes().stream()
        .filter(type -> type.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  /** GiB a disk of this type may have. */
  static Range sizes(VolumeType type, boolean system) {
    return system ? type.systemSize() : type.dataSize();
  }
}

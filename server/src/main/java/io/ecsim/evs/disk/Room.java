package io.ecsim.evs.disk;

import io.ecsim.inventory.Limit;
import io.ecsim.inventory.Limits;
import io.ecsim.pack.Problem;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The quotas of disks. Work that was ordered has them with it, and asks them again when it begins:
 * others may have used them up meanwhile. What its order booked is counted by then.
 */
public record Room(Limits limits) {
  /** Why a disk may not grow after all, or null. */
  static String refuses(String code, State state, Resource<Volume> disk, Extension by) {
    Volume volume = disk.spec();
    return by.room() == null
        ? null
        : by.room().refuses(code, usage(state, disk), volume.type(), by.size());
  }

  /** Why a disk may not get another type after all, or null. */
  static String refuses(String code, State state, Resource<Volume> disk, Retyping to) {
    Volume volume = disk.spec();
    return to.room() == null
        ? null
        : to.room()
            .refuses(
                code,
                usage(state, disk)
                    .without(volume.type(), volume.size())
                    .with(to.type(), volume.size()),
                to.type(),
                volume.size());
  }

  /**
   * Why a disk may not be made after all, or null; all that are ordered together, or none: the
   * order still counts those of them that are not there.
   *
   * @param room the quotas if it was ordered, else null: then they were asked already
   */
  static String refuses(String code, State state, Resource<Volume> disk, Room room) {
    Volume volume = disk.spec();
    return room == null
        ? null
        : room.refuses(code, usage(state, disk), volume.type(), volume.size());
  }

  private static Usage usage(State state, Resource<Volume> disk) {
    return Usage.of(state, disk.ref().project());
  }

  private String refuses(String code, Usage usage, String type, int size) {
    Problem problem = excess(usage, type, size);
    return problem != null && problem.code().equals(code) ? problem.message() : null;
  }

  /** What a disk of this type and size exceeds, which is among what is used; or null. */
  Problem excess(Usage usage, String type, int size) {
    return Stream.of(
            exceeded("EVS.1034", "disks", Limit.VOLUMES, usage.count()),
            exceeded("EVS.1034", type + " disks", Limit.VOLUMES_PER_TYPE, usage.count(type)),
            exceeded("EVS.1042", "GiB a disk", Limit.PER_VOLUME_GIGABYTES, size),
            exceeded("EVS.1042", "GiB", Limit.GIGABYTES, usage.size() + usage.reserved()),
            exceeded(
                "EVS.1042",
                "GiB of " + type,
                Limit.GIGABYTES_PER_TYPE,
                usage.size(type) + usage.reserved(type)))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /**
   * What one more exceeds, or null.
   *
   * @param what what there is so much of: {@code GiB of backups}
   * @param wanted how much there would be
   */
  public Problem exceeded(String code, String what, Limit limit, long wanted) {
    return limits.exceeded(limit, wanted)
        ? new Problem(
            code, "The quota of %s %s does not allow %s.".formatted(limits.of(limit), what, wanted))
        : null;
  }
}

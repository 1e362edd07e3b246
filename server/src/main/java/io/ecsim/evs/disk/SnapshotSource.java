package io.ecsim.evs.disk;

import io.ecsim.pack.Problem;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;

/** Snapshots that disks are made from: {@code evs-lifecycle.md} b.1. */
public final class SnapshotSource {
  private SnapshotSource() {}

  /**
   * Why no disk like this can be made from a snapshot, or null.
   *
   * @param zone the zone of the disk, or null for the snapshot's
   * @param type the type of the disk, or null for the snapshot's
   * @param size GiB, or 0 for the snapshot's
   */
  public static Problem problem(
      State state, String project, String id, String zone, String type, int size) {
    Resource<Snapshot> snapshot = state.find(SnapshotTable.SNAPSHOTS, project, id);
    if (snapshot == null) {
      return new Problem("EVS.2045", "There is no snapshot %s.".formatted(id));
    }
    if (!yields(snapshot)) {
      return new Problem(
          "EVS.2043",
          "The snapshot %s is %s; it must be available or backing-up."
              .formatted(id, snapshot.status().label()));
    }
    Volume disk = SnapshotTable.disk(state, snapshot.spec()).spec();
    if (zone != null && !zone.equals(disk.zone())) {
      return other("EVS.2054", "availability_zone", zone, disk.zone());
    }
    if (type != null && !type.equals(disk.type())) {
      return other("EVS.2096", "volume_type", type, disk.type());
    }
    return size > 0 && size < snapshot.spec().size()
        ? new Problem(
            "EVS.1010",
            "size %s is less than %s, the size of the snapshot %s."
                .formatted(size, snapshot.spec().size(), id))
        : null;
  }

  private static Problem other(String code, String field, String wanted, String has) {
    return new Problem(
        code, "%s %s is not that of the snapshot's disk: %s.".formatted(field, wanted, has));
  }

  /** What a disk takes from a snapshot that has no problem. */
  public static Source of(State state, String project, String id) {
    Resource<Snapshot> snapshot = state.require(SnapshotTable.SNAPSHOTS, project, id);
    Volume disk = SnapshotTable.disk(state, snapshot.spec()).spec();
    return new Source(
        id,
        null,
        disk.zone(),
        disk.type(),
        snapshot.spec().size(),
        disk.bootable(),
        disk.image(),
        Source.secrets(disk));
  }

  private static boolean yields(Resource<Snapshot> snapshot) {
    return ((SnapshotStatus) snapshot.status()).yieldsDisks();
  }
}

package io.ecsim.evs.disk;

import static io.ecsim.evs.disk.SnapshotStatus.AVAILABLE;
import static io.ecsim.evs.disk.SnapshotStatus.BACKING_UP;
import static io.ecsim.evs.disk.SnapshotStatus.CREATING;
import static io.ecsim.evs.disk.SnapshotStatus.DELETING;
import static io.ecsim.evs.disk.SnapshotStatus.ERROR;
import static io.ecsim.evs.disk.SnapshotStatus.ERROR_DELETING;
import static io.ecsim.evs.disk.SnapshotStatus.ROLLBACKING;

import io.ecsim.sim.Edge;
import io.ecsim.sim.Lifecycle;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.List;
import java.util.Set;

/**
 * The life of a snapshot: {@code evs-lifecycle.md} a.4 and b.2. Only version 5 of the API shows
 * jobs of snapshots: elsewhere the status tells all. How long steps last is plausible, not
 * documented.
 */
public final class SnapshotTable {
  /** How long a rollback takes, for the disk and for its snapshot. */
  static final int ROLLBACK_SECONDS = 10;

  private static final Set<VolumeStatus> QUIET = Set.of(VolumeStatus.AVAILABLE);
  private static final Set<VolumeStatus> FORCED =
      Set.of(VolumeStatus.AVAILABLE, VolumeStatus.IN_USE);

  private static final Set<String> SLOW = Set.of("SATA", "SAS");

  private SnapshotTable() {}

  // spotless:off
  /** The table. */
  public static final Lifecycle<SnapshotStatus, Snapshot> SNAPSHOTS = Lifecycle.of("snapshot", SnapshotStatus.class, Snapshot.class).missing("EVS.5404");

  /** Makes a snapshot, by force also of a disk that is in use; the disk's status stays. */
  public static final Edge<Snapshot, Boolean> CREATE = SNAPSHOTS.<Boolean>creates("create")
      .guard("EVS.5400", SnapshotTable::unready)
      .guard("EVS.5400", SnapshotTable::isTooSlow)
      .guard("EVS.2409", SnapshotTable::isOneOfTwo)
      .via(CREATING, 4)
      .failing("EVS.2002", ERROR)
      .interruptedInto(ERROR)
      .to(AVAILABLE);

  /** A backup is made from it. */
  public static final Edge<Snapshot, Void> BACKUP = SNAPSHOTS.<Void>on("backup", AVAILABLE)
      .refused("VolumeBackup.0062")
      .via(BACKING_UP, 15)
      .failing("VolumeBackup.0027")
      .back();

  /** Its part of the rollback of its disk. */
  public static final Edge<Snapshot, Void> ROLLBACK = SNAPSHOTS.<Void>on("rollback", AVAILABLE)
      .refused("EVS.5400")
      .via(ROLLBACKING, ROLLBACK_SECONDS)
      .failing("EVS.2002")
      .back();

  /** Deletes a snapshot. */
  public static final Edge<Snapshot, Void> DELETE = SNAPSHOTS.<Void>on("delete", AVAILABLE, ERROR)
      .refused("EVS.1047")
      .via(DELETING, 3)
      .failing("EVS.2019", ERROR_DELETING)
      .gone();
  // spotless:on

  /** Why a disk is in no status to make a snapshot of, or null. */
  private static String unready(State state, Resource<Snapshot> snapshot, boolean force) {
    Resource<Volume> disk = disk(state, snapshot.spec());
    Set<VolumeStatus> allowed = force ? FORCED : QUIET;
    return allowed.contains(disk.status())
        ? null
        : "The %s is %s; for a snapshot with force %s it must be one of %s."
            .formatted(
                disk.ref(),
                disk.status().label(),
                force,
                allowed.stream().map(VolumeStatus::label).sorted().toList());
  }

  /** Disks of these types have no instant access: {@code evs-lifecycle.md} b.2. */
  private static String isTooSlow(State state, Resource<Snapshot> snapshot, boolean force) {
    Resource<Volume> disk = disk(state, snapshot.spec());
    return snapshot.spec().hasInstantAccess() && SLOW.contains(disk.spec().type())
        ? "instant_access true, but the type of the %s is %s."
            .formatted(disk.ref(), disk.spec().type())
        : null;
  }

  /** Of a disk one standard snapshot is made at a time: {@code evs-lifecycle.md} b.2. */
  private static String isOneOfTwo(State state, Resource<Snapshot> snapshot, boolean force) {
    Ref volume = snapshot.spec().volume();
    return snapshot.spec().legacy()
        ? null
        : state.usersOf(volume, SNAPSHOTS).stream()
            .filter(other -> !other.spec().legacy() && other.status() == CREATING)
            .findFirst()
            .map(other -> "The %s of the %s is creating.".formatted(other.ref(), volume))
            .orElse(null);
  }

  /** The snapshots that are deleted by an edge of their own when this disk is. */
  static List<Plan> goWith(State state, Resource<Volume> disk, Deletion how) {
    return how == Deletion.CASCADING
        ? state.usersOf(disk.ref(), SNAPSHOTS).stream()
            .map(snapshot -> Plan.of(DELETE, snapshot.ref(), null).failingAs("EVS.2020"))
            .toList()
        : List.of();
  }

  /** The disk of a snapshot as it is now. */
  public static Resource<Volume> disk(State state, Snapshot snapshot) {
    return state.require(VolumeTable.VOLUMES, snapshot.volume());
  }

  /** The enterprise project of a snapshot: its own, or that of its disk if it is a legacy one. */
  public static String enterpriseProject(State state, Snapshot snapshot) {
    return snapshot.legacy()
        ? disk(state, snapshot).spec().enterpriseProject()
        : snapshot.standard().enterpriseProject();
  }
}

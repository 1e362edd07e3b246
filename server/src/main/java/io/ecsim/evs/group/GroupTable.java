package io.ecsim.evs.group;

import static io.ecsim.evs.group.GroupStatus.AVAILABLE;
import static io.ecsim.evs.group.GroupStatus.CREATING;
import static io.ecsim.evs.group.GroupStatus.DELETING;
import static io.ecsim.evs.group.GroupStatus.ERROR;
import static io.ecsim.evs.group.GroupStatus.ERROR_DELETING;

import io.ecsim.evs.disk.Snapshot;
import io.ecsim.evs.disk.SnapshotTable;
import io.ecsim.sim.Edge;
import io.ecsim.sim.Lifecycle;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.List;

/**
 * The life of a group of snapshots: {@code evs-lifecycle.md} a.4 and b.2, as nothing else is
 * published. How long steps last is plausible.
 */
public final class GroupTable {
  private GroupTable() {}

  // spotless:off
  /** The table. */
  public static final Lifecycle<GroupStatus, SnapshotGroup> GROUPS = Lifecycle.of("snapshot-group", GroupStatus.class, SnapshotGroup.class).missing("EVS.5404");

  /** Makes a group by making its snapshots: all, or it is an error. */
  public static final Edge<SnapshotGroup, List<Plan>> CREATE = GROUPS.<List<Plan>>creates("create")
      .via(CREATING, 4)
      .with((state, group, snapshots) -> snapshots)
      .failing("EVS.2002", ERROR)
      .interruptedInto(ERROR)
      .to(AVAILABLE);

  /** Deletes a group and its snapshots. */
  public static final Edge<SnapshotGroup, Void> DELETE = GROUPS.<Void>on("delete", AVAILABLE, ERROR)
      .refused("EVS.5400")
      .via(DELETING, 3)
      .with((state, group, none) -> deletions(state, group))
      .failing("EVS.2019", ERROR_DELETING)
      .gone();
  // spotless:on

  private static List<Plan> deletions(State state, Resource<SnapshotGroup> group) {
    return snapshots(state, group).stream()
        .map(snapshot -> Plan.of(SnapshotTable.DELETE, snapshot.ref(), null))
        .toList();
  }

  /** The snapshots of a group, oldest first. */
  static List<Resource<Snapshot>> snapshots(State state, Resource<SnapshotGroup> group) {
    return state.usersOf(group.ref(), SnapshotTable.SNAPSHOTS);
  }
}

package io.ecsim.ecs.group;

import io.ecsim.sim.Edge;
import io.ecsim.sim.Lifecycle;

/** The life of a server group: {@code ecs-schemas.md} 13. */
public final class GroupTable {
  /** The table. */
  public static final Lifecycle<GroupStatus, ServerGroup> GROUPS =
      Lifecycle.of("server-group", GroupStatus.class, ServerGroup.class).missing("Ecs.0313");

  static final Edge<ServerGroup, Void> CREATE =
      GROUPS.<Void>creates("create").to(GroupStatus.ACTIVE);

  /** Its members have left before. */
  static final Edge<ServerGroup, Void> DELETE =
      GROUPS.<Void>on("delete", GroupStatus.ACTIVE).failing("Ecs.1000").gone();

  private GroupTable() {}
}

package io.ecsim.ecs.launch;

import static io.ecsim.ecs.launch.LaunchStatus.ACTIVE;
import static io.ecsim.ecs.launch.LaunchStatus.DELETING;

import io.ecsim.ecs.bin.Bin;
import io.ecsim.ecs.server.Deletion;
import io.ecsim.sim.Edge;
import io.ecsim.sim.Lifecycle;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.List;

/** The life of an auto launch group: {@code terraform-huaweicloud.md} 2.2. */
public final class LaunchTable {
  private static final Deletion USUAL = Deletion.asked(false, null);

  /** The table. */
  public final Lifecycle<LaunchStatus, LaunchGroup> groups =
      Lifecycle.of("auto-launch-group", LaunchStatus.class, LaunchGroup.class).missing("Ecs.0005");

  /** Its servers have been ordered. */
  final Edge<LaunchGroup, Void> create;

  /** The argument is what it is to be like from now on. */
  final Edge<LaunchGroup, LaunchGroup> update;

  /** The argument says whether its servers go, too. */
  final Edge<LaunchGroup, Boolean> delete;

  private final Bin bin;

  /** Groups whose servers are deleted as servers are in this cloud. */
  public LaunchTable(Bin bin) {
    this.bin = bin;
    // spotless:off
    create = groups.<Void>creates("create")
        .to(ACTIVE);

    update = groups.<LaunchGroup>on("update", ACTIVE)
        .refused("Ecs.0005")
        .changing((group, wanted, now) -> wanted)
        .back();

    delete = groups.<Boolean>on("delete", ACTIVE)
        .refused("Ecs.0005")
        .via(DELETING, 2)
        .with((state, group, servers) -> servers ? removals(state, group) : List.of())
        .failing("Ecs.0615", ACTIVE)
        .gone();
    // spotless:on
  }

  private List<Plan> removals(State state, Resource<LaunchGroup> group) {
    return Crew.of(state, bin.table(), group.ref().project(), group.spec()).present().stream()
        .map(server -> removal(state, server))
        .toList();
  }

  /** How a server goes that its group gives up. */
  Plan removal(State state, Crew.Hand hand) {
    return bin.removal(state, hand.server().ref(), USUAL);
  }
}

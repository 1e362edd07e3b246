package io.ecsim.ecs.change;

import io.ecsim.ecs.server.Doors;
import io.ecsim.ecs.server.Server;
import io.ecsim.ecs.server.ServerTable;
import io.ecsim.sim.Edge;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Refusal;
import io.ecsim.sim.Resource;
import io.ecsim.sim.Tx;
import java.util.ArrayList;
import java.util.List;

/**
 * Work that a server must be stopped for: {@code ecs-lifecycle.md} b.6 to b.8, {@code
 * withStopServer}. It is one job; each edge in it can fail by itself.
 */
final class Downtime {
  /**
   * Whether a server is started in the end.
   *
   * <p>{@code NEVER}: it stays off. {@code AGAIN}: if it ran before. {@code ALWAYS}: in any case.
   */
  enum Start {
    NEVER,
    AGAIN,
    ALWAYS
  }

  private final ServerTable table;

  Downtime(ServerTable table) {
    this.table = table;
  }

  /** Whether a server must be stopped for this. */
  static boolean needed(Edge<Server, ?> edge, Resource<Server> server) {
    return edge.from(Doors.STOPPING).contains(server.status())
        && !edge.from(null).contains(server.status());
  }

  /**
   * The work as one job.
   *
   * @param kind what clients call the job
   * @param stopping whether a server that runs may be stopped for it
   * @param after what follows before the server is started
   * @throws Refusal if the server cannot go through it now
   */
  <A> Plan around(
      Tx tx,
      String kind,
      Ref ref,
      Edge<Server, A> edge,
      A argument,
      boolean stopping,
      Start start,
      List<Plan> after) {
    Plan work = Plan.of(edge, ref, argument);
    tx.ask(stopping ? work.through(Doors.STOPPING) : work);
    boolean stops = needed(edge, tx.state().require(table.servers, ref));
    var plans = new ArrayList<Plan>();
    if (stops) {
      plans.add(Plan.of(table.power.stop, ref, null));
    }
    plans.add(work);
    plans.addAll(after);
    if (start == Start.ALWAYS || (start == Start.AGAIN && stops)) {
      plans.add(Plan.of(table.power.start, ref, null));
    }
    return Plan.inOrder(kind, plans);
  }
}

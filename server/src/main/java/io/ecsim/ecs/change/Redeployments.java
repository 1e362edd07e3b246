package io.ecsim.ecs.change;

import io.ecsim.ecs.server.ServerTable;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Tx;
import java.util.List;

/** How servers are brought to another host of the cloud's choice. */
public final class Redeployments {
  private final ServerTable table;
  private final Downtime downtime;

  public Redeployments(ServerTable table) {
    this.table = table;
    this.downtime = new Downtime(table);
  }

  /** One job; a server that runs is stopped, moved and started. */
  public Plan of(Tx tx, Ref server) {
    return downtime.around(
        tx,
        "redeployServer",
        server,
        table.upkeep.redeploy,
        null,
        true,
        Downtime.Start.AGAIN,
        List.of());
  }
}

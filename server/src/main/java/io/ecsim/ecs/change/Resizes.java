package io.ecsim.ecs.change;

import io.ecsim.ecs.server.Doors;
import io.ecsim.ecs.server.NewFlavor;
import io.ecsim.ecs.server.Server;
import io.ecsim.ecs.server.ServerTable;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Refusal;
import io.ecsim.sim.Resource;
import io.ecsim.sim.Tx;
import java.util.List;

/** How servers get another flavor: {@code ecs-lifecycle.md} b.6. */
public final class Resizes {
  private final ServerTable table;
  private final Downtime downtime;

  public Resizes(ServerTable table) {
    this.table = table;
    this.downtime = new Downtime(table);
  }

  /**
   * What clients want.
   *
   * @param flavor the flavor's id
   * @param host a dedicated host's id, or null
   * @param threads {@code cpu_options.hw:cpu_threads}, or null
   * @param stopping whether a server that runs may be stopped for it
   */
  public record Wish(String flavor, String host, Integer threads, boolean stopping) {
    private NewFlavor target() {
      return new NewFlavor(flavor, false, host, threads);
    }
  }

  /**
   * One job that confirms by itself.
   *
   * @param kind what clients call the job
   * @throws Refusal if the server cannot be resized so now
   */
  public Plan confirmed(Tx tx, String kind, Ref server, Wish wish) {
    return downtime.around(
        tx,
        kind,
        server,
        table.resizing.resize,
        wish.target(),
        wish.stopping(),
        Downtime.Start.AGAIN,
        List.of(Plan.of(table.resizing.confirm, server, null)));
  }

  /**
   * What an order does that pays for it.
   *
   * @throws Refusal if the server could not be resized so now
   */
  public Plan ordered(Tx tx, String kind, Ref server, Wish wish) {
    tx.rehearse(() -> tx.begin(confirmed(tx, kind, server, wish)));
    Plan work = Plan.of(table.resizing.resizeAsOrdered, server, wish.target()).called(kind);
    return wish.stopping() ? work.through(Doors.STOPPING) : work;
  }

  /** As {@link #confirmed}, but what cannot be resized is a failed job. */
  public Plan lenient(Tx tx, String kind, Ref server, Wish wish) {
    try {
      return confirmed(tx, kind, server, wish).leniently();
    } catch (Refusal refusal) {
      Plan refused = Plan.of(table.resizing.resize, server, wish.target()).called(kind).leniently();
      return wish.stopping() ? refused.through(Doors.STOPPING) : refused;
    }
  }

  /** Natively: the server then waits until somebody confirms, or takes it back. */
  public Plan tried(Resource<Server> server, String flavor) {
    boolean running = Downtime.needed(table.resizing.resize, server);
    return Plan.of(table.resizing.resize, server.ref(), new NewFlavor(flavor, running, null, null))
        .through(Doors.NATIVE);
  }
}

package io.ecsim.ecs.bin;

import io.ecsim.ecs.server.BinStay;
import io.ecsim.ecs.server.Charging;
import io.ecsim.ecs.server.Deletion;
import io.ecsim.ecs.server.Quota;
import io.ecsim.ecs.server.Server;
import io.ecsim.ecs.server.ServerTable;
import io.ecsim.inventory.Inventory;
import io.ecsim.pack.Problem;
import io.ecsim.sim.Job;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Refusal;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import io.ecsim.sim.Tx;
import java.util.function.UnaryOperator;

/** How servers get into the recycle bin and out of it. */
public record Bin(ServerTable table, Inventory inventory) {

  /**
   * How a server goes that somebody deletes: into the bin if the project keeps servers of its age,
   * else for good; what is paid for by month or year is unsubscribed, not deleted, and spot servers
   * are not kept, as the cloud takes them back. What is under way on a server does not stop its
   * deletion, so one that is busy is not kept.
   */
  public Plan removal(State state, Ref ref, Deletion how) {
    return removal(state, ref, how, null);
  }

  /** The same through a door, which may let more servers go for good than the usual one. */
  public Plan removal(State state, Ref ref, Deletion how, String door) {
    Resource<Server> server = state.require(table.servers, ref);
    BinPolicy policy = BinPolicy.of(state, ref.project());
    boolean kept =
        policy.keeps(state.now() - server.createdAt())
            && !server.busy()
            && Charging.of(server.spec()) == Charging.POSTPAID
            && table.bin.recycle.from(null).contains(server.status());
    return kept
        ? Plan.of(table.bin.recycle, ref, new BinStay(policy.until(state.now()), how))
        : Plan.of(table.delete, ref, how).through(door);
  }

  /** Begins to bring a server back, if the quotas allow it: it counts again from now on. */
  public Job revert(Tx tx, String project, String id) {
    Resource<Server> server = find(tx.state(), project, id);
    var flavor = inventory.flavor(server.spec().build().flavorId());
    if (flavor != null) {
      Problem.refuse(Quota.used(tx.state(), table, inventory, project).more(inventory, flavor, 1));
    }
    return tx.begin(
        Plan.of(table.bin.restore, server.ref(), null).called("revertRecycleBinServer"));
  }

  /** Begins to end a server for good. */
  public Job destroy(Tx tx, String project, String id) {
    Ref ref = find(tx.state(), project, id).ref();
    return tx.begin(Plan.of(table.bin.destroy, ref, null).called("deleteRecycleBinServer"));
  }

  /** Lays down what is kept from now on; what is in the bin already stays as long as it should. */
  public Job lay(Tx tx, String project, UnaryOperator<BinPolicy> change) {
    Ref ref = BinPolicy.ref(project);
    BinPolicy wanted = change.apply(BinPolicy.of(tx.state(), project));
    return tx.begin(
        tx.state().find(ref) == null
            ? Plan.create(BinTable.CREATE, ref, wanted, null)
            : Plan.of(BinTable.UPDATE, ref, wanted));
  }

  /**
   * The server with this id in the bin.
   *
   * @throws Refusal with the code of an unknown server if it is not there, perhaps not yet
   */
  public Resource<Server> find(State state, String project, String id) {
    Ref ref = new Ref(table.servers.type(), project, id);
    Resource<Server> server = state.require(table.servers, ref);
    if (!server.status().hidden()) {
      throw new Refusal(
          table.servers.missingCode(), ref, "The recycle bin has no server %s.".formatted(id));
    }
    return server;
  }
}

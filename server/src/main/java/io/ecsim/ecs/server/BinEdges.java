package io.ecsim.ecs.server;

import static io.ecsim.ecs.server.ServerStatus.DELETING;
import static io.ecsim.ecs.server.ServerStatus.FAULTY;
import static io.ecsim.ecs.server.ServerStatus.OS_CHANGE_FAILED;
import static io.ecsim.ecs.server.ServerStatus.REINSTALLING_OS_FAILED;
import static io.ecsim.ecs.server.ServerStatus.RUNNING;
import static io.ecsim.ecs.server.ServerStatus.SOFT_DELETED;
import static io.ecsim.ecs.server.ServerStatus.STOPPED;

import io.ecsim.sim.Appointment;
import io.ecsim.sim.Edge;
import io.ecsim.sim.Lifecycle;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Resource;

/**
 * The recycle bin: {@code ecs-lifecycle.md} b.14. A server that is kept is switched off and has its
 * disks, cards and addresses still; they go with it when it is destroyed. That is inferred, as are
 * the task words, which native clients know.
 */
public final class BinEdges {
  /** Puts a server into the recycle bin instead of deleting it. */
  public final Edge<Server, BinStay> recycle;

  /** Brings a server back from the recycle bin. */
  public final Edge<Server, Void> restore;

  /** Ends a server in the recycle bin: at once, or when the time has come that is given. */
  public final Edge<Server, Long> destroy;

  BinEdges(
      Lifecycle<ServerStatus, Server> servers,
      DiskRules disks,
      AddressRules addresses,
      NicRules cards) {
    // spotless:off
    destroy = servers.<Long>on("destroy", SOFT_DELETED)
        .refused("Ecs.0100")
        .guard("Ecs.0100", (state, server, due) -> isDueAtAnotherTime(server, due))
        .via(SOFT_DELETED, "deleting", 8)
        .lastly((state, server, due) -> Deletion.parts(disks, addresses, cards, state, server, how(server)))
        .failing("Ecs.0501")
        .failing("Ecs.0502")
        .failing("Ecs.0507")
        .gone();

    recycle = servers.<BinStay>on("recycle", RUNNING, STOPPED, FAULTY, REINSTALLING_OS_FAILED, OS_CHANGE_FAILED)
        .refused("Ecs.0100")
        .guard("Ecs.0605", Guards::locked)
        .via(DELETING, "soft-deleting", 8)
        .changing((server, stay, now) -> server.with(draft -> draft.stay = stay))
        .failing("Ecs.0501")
        .appointing((state, server, stay) -> stay == null ? null : new Appointment(stay.until(), Plan.of(destroy, server.ref(), stay.until())))
        .to(SOFT_DELETED);

    restore = servers.<Void>on("restore", SOFT_DELETED)
        .refused("Ecs.0100")
        .via(SOFT_DELETED, "restoring", 8)
        .changing((server, none, now) -> server.with(draft -> draft.stay = null))
        .failing("Ecs.1000")
        .to(STOPPED);
    // spotless:on
  }

  private static Deletion how(Resource<Server> server) {
    BinStay stay = server.spec().stay();
    return stay == null ? null : stay.how();
  }

  /** An appointment that was made in an earlier stay is none any more. */
  private static String isDueAtAnotherTime(Resource<Server> server, Long due) {
    BinStay stay = server.spec().stay();
    return due == null || (stay != null && stay.until() == due)
        ? null
        : "The server %s is to be destroyed at another time.".formatted(server.id());
  }
}

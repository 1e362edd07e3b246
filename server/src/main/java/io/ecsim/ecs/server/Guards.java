package io.ecsim.ecs.server;

import io.ecsim.sim.Resource;
import io.ecsim.sim.State;

/** Conditions of edges beside the status that concern the server alone. */
final class Guards {
  private Guards() {}

  static String locked(State state, Resource<Server> server, Object argument) {
    return server.spec().locked() ? "The server %s is locked.".formatted(server.id()) : null;
  }

  /** An appointment to delete is not kept if it was put off meanwhile. */
  static String postponed(State state, Resource<Server> server, Deletion how) {
    boolean put = how != null && how.appointed() != null;
    String now = server.spec().autoTerminateTime();
    return put && !how.appointed().equals(now)
        ? "auto_terminate_time is '%s' by now, not %s.".formatted(now, how.appointed())
        : null;
  }
}

package io.ecsim.ecs.server;

import io.ecsim.pack.Booking;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;

/** Conditions of edges beside the status that concern the server alone. */
final class Guards {
  private Guards() {}

  static String locked(State state, Resource<Server> server, Object argument) {
    return server.spec().locked() ? "The server %s is locked.".formatted(server.id()) : null;
  }

  static String prepaid(State state, Resource<Server> server, Object argument) {
    return Charging.of(server.spec()) == Charging.PREPAID
        ? "The server %s is paid by month or year.".formatted(server.id())
        : null;
  }

  /** A release is not kept if the server was paid for meanwhile. */
  static String renewed(State state, Resource<Server> server, Deletion how) {
    return how != null && how.frozenAt() != 0 && how.frozenAt() != server.spec().frozenAt()
        ? "The server %s is not frozen any more.".formatted(server.id())
        : null;
  }

  /** An appointment to delete is not kept if it was put off meanwhile. */
  static String postponed(State state, Resource<Server> server, Deletion how) {
    boolean put = how != null && how.appointed() != null;
    String now = server.spec().autoTerminateTime();
    return put && !how.appointed().equals(now)
        ? "auto_terminate_time is '%s' by now, not %s.".formatted(now, how.appointed())
        : null;
  }

  static String noSerialConsole(State state, Resource<Server> server, Object argument) {
    return Boolean.TRUE.equals(server.spec().build().options().serialConsole())
        ? null
        : "The serial console of the server %s is switched off.".formatted(server.id());
  }

  /**
   * Clients do not delete what is paid for by month or year; the system itself may. What came with
   * an order that was not completed is no subscription: nobody could ever end it otherwise.
   */
  static String subscribed(State state, Resource<Server> server, Deletion how) {
    Tariff tariff = server.spec().tariff();
    return how != null
            && !how.unsubscribed()
            && tariff.byPeriod()
            && Booking.stands(state, server.ref().project(), tariff.order())
        ? "The server %s belongs to the order %s: unsubscribe it instead."
            .formatted(server.id(), tariff.order())
        : null;
  }
}

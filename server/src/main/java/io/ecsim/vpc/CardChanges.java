package io.ecsim.vpc;

import io.ecsim.pack.Networks;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.State;

/** What becomes of the cards that servers have. */
record CardChanges(NewPorts ports) {
  static Plan unplug(Ref port, boolean keeping) {
    return Plan.of(keeping ? Tables.DETACH_PORT : Tables.PULL_PORT, port, null);
  }

  static Plan keep(State state, Ref port, boolean kept) {
    Port was = state.require(Tables.PORTS, port.project(), port.id()).spec();
    return Plan.of(Tables.UPDATE_PORT, port, was.as(new Card(was.server(), was.index(), kept)));
  }

  Plan readdress(State state, Ref port, Networks.Order order) {
    Port was = state.require(Tables.PORTS, port.project(), port.id()).spec();
    Port next =
        ports.filled(state, port, NewCards.wish(port.project(), order), was.address6() != null);
    return Plan.of(
        Tables.UPDATE_PORT, port, was.at(next.subnet(), next.address(), next.address6()));
  }
}

package io.ecsim.vpc;

import io.ecsim.sim.Ref;

/**
 * A port as a card of a server.
 *
 * @param server the server, or null for none
 * @param index which of its cards it is; 0 is the primary one
 * @param kept whether the port outlives the server and being taken out of it
 */
record Card(Ref server, int index, boolean kept) {
  static final Card NONE = new Card(null, 0, false);
}

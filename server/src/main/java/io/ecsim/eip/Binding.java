package io.ecsim.eip;

import io.ecsim.sim.Ref;

/**
 * What an EIP is bound to.
 *
 * @param port the port, or null
 * @param goes whether the EIP is deleted with the port's server
 */
record Binding(Ref port, boolean goes) {
  static final Binding NONE = new Binding(null, false);
}

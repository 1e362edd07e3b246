package io.ecsim.eip;

import io.ecsim.pack.Networks;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;

/**
 * An EIP at one moment, with what answers show of its surroundings.
 *
 * @param eip the EIP
 * @param bandwidth its bandwidth, or null if that could not be made
 * @param port what it is bound to, or null
 */
record Sight(Resource<Publicip> eip, Resource<Bandwidth> bandwidth, Networks.PortFacts port) {

  static Sight of(Networks networks, State state, Resource<Publicip> eip) {
    String project = eip.ref().project();
    Ref port = eip.spec().port();
    return new Sight(
        eip,
        state.find(Tables.BANDWIDTHS, project, eip.spec().bandwidth().id()),
        port == null ? null : networks.port(state, project, port.id()));
  }

  Publicip spec() {
    return eip.spec();
  }

  /** The bandwidth as it is, or null. */
  Bandwidth way() {
    return bandwidth == null ? null : bandwidth.spec();
  }

  String portId() {
    return port == null ? null : port.ref().id();
  }

  String privateAddress() {
    return port == null ? null : port.address();
  }

  /** The server behind the port, or null. */
  String serverId() {
    return port == null || port.server() == null ? null : port.server().id();
  }
}

package io.ecsim.eip;

import io.ecsim.sim.Ref;
import io.ecsim.sim.Spec;
import java.util.List;

/**
 * A bandwidth. EIPs name theirs; only IPv6 ports stand here.
 *
 * @param name the name users gave it
 * @param size Mbit/s
 * @param share whom it is for
 * @param chargeMode {@code bandwidth}, {@code traffic} or {@code 95peak_plus}
 * @param enterpriseProject its enterprise project; {@code 0} is the default one
 * @param publicip the EIP it comes and goes with; null for a shared one
 * @param ports IPv6 ports that were put into it, in order
 */
record Bandwidth(
    String name,
    int size,
    Share share,
    String chargeMode,
    String enterpriseProject,
    Ref publicip,
    List<Ref> ports)
    implements Spec {

  /** Makes the list immutable. */
  Bandwidth {
    ports = List.copyOf(ports);
  }

  @Override
  public Ref owner() {
    return publicip;
  }

  Bandwidth with(String newName, int newSize, String newMode) {
    return new Bandwidth(newName, newSize, share, newMode, enterpriseProject, publicip, ports);
  }

  Bandwidth withPorts(List<Ref> newPorts) {
    return new Bandwidth(name, size, share, chargeMode, enterpriseProject, publicip, newPorts);
  }
}

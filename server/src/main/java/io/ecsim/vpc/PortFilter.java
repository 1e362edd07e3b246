package io.ecsim.vpc;

import io.ecsim.api.vpc.ListPortsV1Query;
import io.ecsim.sim.Resource;
import java.util.List;

/** Which ports a list asks for. */
record PortFilter(ListPortsV1Query query, String owner) {

  /** Whether a port is among them; {@code owner} is what it shows as its device's owner. */
  boolean accepts(Resource<Port> port) {
    Port spec = port.spec();
    return Match.any(query.id(), port.id())
        && Match.one(query.name(), spec.name())
        && Match.flag(query.adminStateUp(), spec.up())
        && Match.one(query.networkId(), spec.subnet().id())
        && Match.one(query.macAddress(), spec.mac())
        && Match.one(query.deviceId(), PortView.device(spec))
        && Match.one(query.deviceOwner(), owner)
        && Match.one(query.status(), port.status().label())
        && Match.flag(query.enableEfi(), false)
        && (query.securityGroups().isEmpty()
            || PortView.groups(spec).stream().anyMatch(query.securityGroups()::contains))
        && query.fixedIps().stream().allMatch(condition -> has(spec, condition));
  }

  /** A condition like {@code ip_address=192.168.0.5} or {@code subnet_id=…}. */
  private static boolean has(Port port, String condition) {
    String[] parts = condition.split("=", 2);
    List<String> values =
        PortView.addresses(port).stream()
            .map(ip -> parts[0].equals("subnet_id") ? ip.subnetId() : ip.ipAddress())
            .toList();
    return values.contains(parts[parts.length - 1]);
  }
}

package io.ecsim.vpc;

import io.ecsim.api.vpc.AllowedAddressPair;
import io.ecsim.api.vpc.DnsAssignment;
import io.ecsim.api.vpc.ExtraDhcpOpt;
import io.ecsim.api.vpc.FixedIp;
import io.ecsim.api.vpc.NeutronPort;
import io.ecsim.api.vpc.PortInfo;
import io.ecsim.api.vpc.VifDetails;
import io.ecsim.pack.Servers;
import io.ecsim.pack.Utc;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A port as the API shows it.
 *
 * @param servers who knows the zone of a port's server
 */
record PortView(Supplier<Servers> servers) {

  /** As {@code /v1} shows it. */
  PortInfo v1(State state, Resource<Port> port) {
    Port spec = port.spec();
    return PortInfo.builder()
        .id(port.id())
        .name(spec.name())
        .networkId(spec.subnet().id())
        .tenantId(port.ref().project())
        .adminStateUp(spec.up())
        .status(port.status().label())
        .macAddress(spec.mac())
        .fixedIps(addresses(spec))
        .deviceId(device(spec))
        .deviceOwner(owner(state, spec))
        .securityGroups(groups(spec))
        .allowedAddressPairs(pairs(spec))
        .extraDhcpOpts(options(spec))
        .dnsName(host(spec))
        .dnsAssignment(assignment(spec))
        .profile(Map.of())
        .vifDetails(new VifDetails(null, null, spec.server() != null && spec.index() == 0))
        .vnicType("normal")
        .portSecurityEnabled(true)
        .instanceId("")
        .instanceType("")
        .zoneId("")
        .enableEfi(false)
        .build();
  }

  /** As the native {@code /v2.0} shows it. */
  NeutronPort v2(State state, Resource<Port> port) {
    Port spec = port.spec();
    return NeutronPort.builder()
        .id(port.id())
        .name(spec.name())
        .networkId(spec.subnet().id())
        .tenantId(port.ref().project())
        .projectId(port.ref().project())
        .adminStateUp(spec.up())
        .status(port.status().label())
        .macAddress(spec.mac())
        .fixedIps(addresses(spec))
        .deviceId(device(spec))
        .deviceOwner(owner(state, spec))
        .securityGroups(groups(spec))
        .allowedAddressPairs(pairs(spec))
        .extraDhcpOpts(options(spec))
        .dnsName(host(spec))
        .dnsAssignment(assignment(spec))
        .profile(Map.of())
        .vifDetails(new VifDetails(null, null, spec.server() != null && spec.index() == 0))
        .vnicType("normal")
        .portSecurityEnabled(true)
        .createdAt(Utc.seconds(port.createdAt()))
        .updatedAt(Utc.seconds(port.updatedAt()))
        .build();
  }

  static List<FixedIp> addresses(Port port) {
    List<FixedIp> addresses = new ArrayList<>();
    addresses.add(new FixedIp(port.address(), Subnet.neutronId(port.subnet().id())));
    if (port.address6() != null) {
      addresses.add(new FixedIp(port.address6(), Subnet.neutronId6(port.subnet().id())));
    }
    return addresses;
  }

  static String device(Port port) {
    return port.server() == null ? "" : port.server().id();
  }

  /** {@code compute:ZONE} for a server's, else what the port was made for. */
  String owner(State state, Port port) {
    if (port.server() == null) {
      return port.device();
    }
    Ref server = port.server();
    Servers.Facts facts = servers.get().find(state, server.project(), server.id());
    return facts == null ? "compute:" : "compute:" + facts.zone();
  }

  static List<String> groups(Port port) {
    return port.groups().stream().map(Ref::id).toList();
  }

  static List<AllowedAddressPair> pairs(Port port) {
    return port.pairs().stream()
        .map(pair -> new AllowedAddressPair(pair.getKey(), pair.getValue()))
        .toList();
  }

  static List<ExtraDhcpOpt> options(Port port) {
    return port.dhcpOptions().entrySet().stream()
        .map(option -> new ExtraDhcpOpt(option.getKey(), option.getValue()))
        .toList();
  }

  private static String host(Port port) {
    return "ip-" + port.address().replace('.', '-');
  }

  private static List<DnsAssignment> assignment(Port port) {
    return List.of(new DnsAssignment(host(port) + ".openstacklocal.", host(port), port.address()));
  }
}

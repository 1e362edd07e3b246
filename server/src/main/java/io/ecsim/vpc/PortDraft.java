package io.ecsim.vpc;

import io.ecsim.api.ApiError;
import io.ecsim.api.vpc.AllowedAddressPair;
import io.ecsim.api.vpc.CreatePortOption;
import io.ecsim.api.vpc.ExtraDhcpOpt;
import io.ecsim.api.vpc.FixedIp;
import io.ecsim.api.vpc.UpdatePortOption;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Ports that somebody asks for, as far as the request says. */
final class PortDraft {
  private static final String INVALID = "VPC.2500";
  private static final int NAME = 255;

  private PortDraft() {}

  /** A new port; its addresses are still open where the request names none. */
  static Port made(State state, String project, CreatePortOption wish) {
    Resource<Subnet> subnet = state.find(Tables.SUBNETS, project, wish.networkId());
    if (subnet == null) {
      throw new ApiError(
          "VPC.2302", "network_id %s could not be found.".formatted(wish.networkId()));
    }
    return new Port(
        name(wish.name(), ""),
        subnet.ref(),
        address(wish.fixedIps(), subnet),
        null,
        null,
        wish.securityGroups() == null ? List.of() : groups(state, project, wish.securityGroups()),
        null,
        0,
        false,
        Objects.requireNonNullElse(wish.deviceOwner(), ""),
        !Boolean.FALSE.equals(wish.adminStateUp()),
        pairs(wish.allowedAddressPairs(), List.of()),
        options(wish.extraDhcpOpts(), Map.of()));
  }

  /** A port after an update; what is absent or null stays, an empty list clears. */
  static Port changed(State state, Resource<Port> port, UpdatePortOption wish) {
    Port was = port.spec();
    return new Port(
        name(wish.name(), was.name()),
        was.subnet(),
        was.address(),
        was.address6(),
        was.mac(),
        wish.securityGroups() == null
            ? was.groups()
            : groups(state, port.ref().project(), wish.securityGroups()),
        was.server(),
        was.index(),
        was.kept(),
        was.device(),
        was.up(),
        pairs(wish.allowedAddressPairs(), was.pairs()),
        options(wish.extraDhcpOpts(), was.dhcpOptions()));
  }

  private static String name(String wanted, String was) {
    if (wanted != null && wanted.length() > NAME) {
      throw new ApiError(INVALID, "name %s is longer than 255.".formatted(wanted));
    }
    return wanted == null ? was : wanted;
  }

  private static String address(List<FixedIp> wanted, Resource<Subnet> subnet) {
    String address = null;
    for (FixedIp ip : wanted == null ? List.<FixedIp>of() : wanted) {
      String id = ip.subnetId();
      boolean own =
          id == null
              || id.equals(Subnet.neutronId(subnet.id()))
              || id.equals(Subnet.neutronId6(subnet.id()));
      if (!own) {
        throw new ApiError(
            INVALID, "fixed_ips: subnet_id %s is not of network %s.".formatted(id, subnet.id()));
      }
      if (ip.ipAddress() != null && !ip.ipAddress().isEmpty()) {
        address = ip.ipAddress();
      }
    }
    return address;
  }

  /** The security groups with these ids, in this order. */
  static List<Ref> groups(State state, String project, List<String> ids) {
    return ids.stream()
        .distinct()
        .map(id -> state.require(Tables.GROUPS, project, id).ref())
        .toList();
  }

  private static List<Map.Entry<String, String>> pairs(
      List<AllowedAddressPair> wanted, List<Map.Entry<String, String>> was) {
    if (wanted == null) {
      return was;
    }
    return wanted.stream()
        .map(
            pair ->
                Map.entry(
                    Objects.requireNonNullElse(pair.ipAddress(), ""),
                    Objects.requireNonNullElse(pair.macAddress(), "")))
        .toList();
  }

  private static Map<String, String> options(List<ExtraDhcpOpt> wanted, Map<String, String> was) {
    if (wanted == null) {
      return was;
    }
    var options = new LinkedHashMap<String, String>();
    wanted.stream()
        .filter(option -> option.optValue() != null)
        .forEach(option -> options.put(option.optName(), option.optValue()));
    return Collections.unmodifiableMap(options);
  }
}

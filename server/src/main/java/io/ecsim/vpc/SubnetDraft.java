package io.ecsim.vpc;

import io.ecsim.api.ApiError;
import io.ecsim.api.vpc.CreateSubnetOption;
import io.ecsim.api.vpc.SubnetExtraDhcpOpt;
import io.ecsim.api.vpc.UpdateSubnetOption;
import io.ecsim.inventory.Cidr;
import io.ecsim.inventory.Inventory;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A subnet that somebody asks for. */
record SubnetDraft(Inventory inventory, CreateSubnetOption wish) {
  private static final String INVALID = "VPC.0201";

  /**
   * The subnet.
   *
   * @throws ApiError if there cannot be such a one in this VPC
   */
  Subnet made(State state, Resource<Vpc> vpc) {
    String zone = Objects.requireNonNullElse(wish.availabilityZone(), "");
    if (!zone.isEmpty() && !inventory.zones().contains(zone)) {
      throw new ApiError(INVALID, "availability_zone %s does not exist.".formatted(zone));
    }
    Ranges.subnet(state, vpc, wish.cidr());
    Ranges.gateway(wish.gatewayIp(), Cidr.parse(wish.cidr()));
    return new Subnet(
        Names.given(Generation.V1, INVALID, wish.name()),
        Names.description(Generation.V1, INVALID, wish.description()),
        vpc.ref(),
        wish.cidr(),
        wish.gatewayIp(),
        !Boolean.FALSE.equals(wish.dhcpEnable()),
        Boolean.TRUE.equals(wish.ipv6Enable()),
        zone,
        dns(List.of(), wish.dnsList(), wish.primaryDns(), wish.secondaryDns()),
        options(Map.of(), wish.extraDhcpOpts()),
        Names.starred(wish.tags()));
  }

  /** A subnet after an update; what the update does not name stays. */
  static Subnet changed(Subnet was, UpdateSubnetOption wish) {
    return new Subnet(
        wish.name() == null ? was.name() : Names.given(Generation.V1, INVALID, wish.name()),
        wish.description() == null
            ? was.description()
            : Names.description(Generation.V1, INVALID, wish.description()),
        was.vpc(),
        was.cidr(),
        was.gateway(),
        wish.dhcpEnable() == null ? was.dhcp() : wish.dhcpEnable(),
        was.ipv6() || Boolean.TRUE.equals(wish.ipv6Enable()),
        was.zone(),
        dns(was.dns(), wish.dnsList(), wish.primaryDns(), wish.secondaryDns()),
        options(was.dhcpOptions(), wish.extraDhcpOpts()),
        was.tags());
  }

  /** The whole list if it is given; else the first two, each if it is given. */
  private static List<String> dns(
      List<String> was, List<String> list, String primary, String secondary) {
    List<String> servers = new ArrayList<>(list == null ? was : list);
    if (list == null) {
      replace(servers, 0, primary);
      replace(servers, 1, secondary);
    }
    for (String server : servers) {
      if (Cidr.address(server) < 0 && !server.contains(":")) {
        throw new ApiError(INVALID, "dnsList %s is no address.".formatted(server));
      }
    }
    return List.copyOf(servers);
  }

  private static void replace(List<String> servers, int index, String server) {
    if (server == null) {
      return;
    }
    if (index < servers.size()) {
      servers.remove(index);
    }
    if (!server.isEmpty()) {
      servers.add(Math.min(index, servers.size()), server);
    }
  }

  /** The options with the given ones laid over; one without a value goes. */
  private static Map<String, String> options(
      Map<String, String> was, List<SubnetExtraDhcpOpt> given) {
    var options = new LinkedHashMap<>(was);
    for (SubnetExtraDhcpOpt option : given == null ? List.<SubnetExtraDhcpOpt>of() : given) {
      if (option.optValue() == null) {
        options.remove(option.optName());
      } else {
        options.put(option.optName(), option.optValue());
      }
    }
    return Collections.unmodifiableMap(options);
  }
}

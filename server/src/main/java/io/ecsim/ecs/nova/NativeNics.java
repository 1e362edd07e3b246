package io.ecsim.ecs.nova;

import io.ecsim.api.ecs.ServerNic;
import io.ecsim.pack.Networks;
import io.ecsim.sim.State;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which networks a native request wants a server in: {@code ecs-schemas.md} 15. */
final class NativeNics {
  private static final Set<String> KEYS = Set.of("uuid", "port", "fixed_ip");

  private NativeNics() {}

  /**
   * The cards of a server.
   *
   * @param asked a list of networks, {@code auto}, or null where nothing is said: then it is the
   *     only network there is
   */
  static List<ServerNic> read(Networks networks, State state, String project, Object asked) {
    if (asked == null || "auto".equals(asked)) {
      return List.of(nic(only(networks.subnets(state, project)).id(), null));
    }
    if (!(asked instanceof List<?> list) || list.isEmpty()) {
      throw NativeWords.badRequest("networks '%s': a server needs a network.".formatted(asked));
    }
    List<ServerNic> nics = list.stream().map(each -> nic(networks, state, project, each)).toList();
    var ports = new HashSet<String>();
    for (ServerNic nic : nics) {
      if (nic.portId() != null && !ports.add(nic.portId())) {
        throw NativeWords.badRequest("networks names the port %s twice.".formatted(nic.portId()));
      }
    }
    return nics;
  }

  private static Networks.Subnet only(List<Networks.Subnet> subnets) {
    if (subnets.size() != 1) {
      throw subnets.isEmpty()
          ? NativeWords.badRequest("networks is missing, and there is no network.")
          : NativeWords.conflict(
              "Multiple possible networks found, use a Network ID to be more specific.");
    }
    return subnets.get(0);
  }

  private static ServerNic nic(Networks networks, State state, String project, Object asked) {
    if (!(asked instanceof Map<?, ?> map)) {
      throw NativeWords.badRequest("networks: '%s' is no network.".formatted(asked));
    }
    for (Object key : map.keySet()) {
      if (!KEYS.contains(key)) {
        throw NativeWords.badRequest(
            "networks: '%s' has the unknown key '%s'.".formatted(asked, key));
      }
    }
    String port = text(map.get("port"));
    if (port != null) {
      return lent(networks, state, project, port, map.get("fixed_ip"));
    }
    String id = text(map.get("uuid"));
    if (id == null || networks.subnet(state, project, id) == null) {
      throw NativeWords.badRequest("Network %s could not be found.".formatted(id));
    }
    return nic(id, text(map.get("fixed_ip")));
  }

  /** A port that is there; it wins over a network that is named beside it. */
  private static ServerNic lent(
      Networks networks, State state, String project, String port, Object address) {
    if (networks.port(state, project, port) == null) {
      throw NativeWords.badRequest("Port id %s could not be found.".formatted(port));
    }
    if (address != null) {
      throw NativeWords.badRequest(
          "Specified fixed_ip '%s' with port '%s': the port has its own.".formatted(address, port));
    }
    if (networks.problem(state, project, Networks.Order.of(port)) != null) {
      throw NativeWords.conflict("Port %s is still in use.".formatted(port));
    }
    return new ServerNic(null, null, null, null, false, port, null, null);
  }

  /** The VPC that a card is in. */
  static String vpc(Networks networks, State state, String project, ServerNic nic) {
    return nic.portId() == null
        ? networks.subnet(state, project, nic.subnetId()).vpcId()
        : networks.port(state, project, nic.portId()).vpcId();
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }

  private static ServerNic nic(String subnet, String address) {
    return new ServerNic(null, null, address, null, false, null, subnet, null);
  }
}

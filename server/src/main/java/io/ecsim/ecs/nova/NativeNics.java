package io.ecsim.ecs.nova;

import io.ecsim.api.ecs.ServerNic;
import io.ecsim.ecs.create.Unmodelled;
import io.ecsim.pack.Networks;
import io.ecsim.sim.State;
import java.util.List;
import java.util.Map;

/** Which networks a native request wants a server in: {@code ecs-schemas.md} 15. */
final class NativeNics {
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
    return list.stream().map(each -> nic(networks, state, project, each)).toList();
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
    Unmodelled.refuse(map.get("port") != null, "server.networks[].port");
    String id = text(map.get("uuid"));
    if (id == null || networks.subnet(state, project, id) == null) {
      throw NativeWords.badRequest("Network %s could not be found.".formatted(id));
    }
    return nic(id, text(map.get("fixed_ip")));
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }

  private static ServerNic nic(String subnet, String address) {
    return new ServerNic(null, null, address, null, false, null, subnet, null);
  }
}

package io.ecsim.ecs.group;

import io.ecsim.api.ApiError;
import io.ecsim.ecs.server.Hints;
import io.ecsim.ecs.server.Hosts;
import io.ecsim.ecs.server.Server;
import io.ecsim.sim.Resource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where servers of a group are put: on hosts of their zone that no other member is on. */
public final class Placement {
  private final String zone;
  private final boolean apart;
  private final Set<Integer> taken = new HashSet<>();

  private Placement(String zone, boolean apart) {
    this.zone = zone;
    this.apart = apart;
  }

  /** The group that a server is asked to be in, or null. */
  public static String group(Hints hints) {
    return hints.group() == null || hints.group().isEmpty() ? null : hints.group();
  }

  /** Anywhere. */
  public static Placement free(String zone) {
    return new Placement(zone, false);
  }

  /** Apart from these. */
  static Placement apart(String zone, List<Resource<Server>> members) {
    var placement = new Placement(zone, true);
    members.stream()
        .filter(member -> member.spec().build().zone().equals(zone))
        .forEach(member -> placement.taken.add(Hosts.number(member)));
    return placement;
  }

  /**
   * How many hosts further on than usual a server is put; the next one is put apart from it, too.
   *
   * @throws ApiError {@code Ecs.0319} if there is a member on every host of the zone
   */
  public int moves(String server) {
    for (int moves = 0; apart && moves < Hosts.IN_A_ZONE; moves++) {
      if (taken.add(Hosts.number(server, moves))) {
        return moves;
      }
    }
    if (apart) {
      throw new ApiError(
          "Ecs.0319",
          "The zone %s has %d hosts, and there is a member of the server group on each."
              .formatted(zone, Hosts.IN_A_ZONE));
    }
    return 0;
  }
}

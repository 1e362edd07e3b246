package io.ecsim.ecs.view;

import io.ecsim.ecs.server.Neighbours;
import io.ecsim.ecs.server.Server;
import io.ecsim.sim.Ids;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.time.Duration;

/**
 * The password that a Windows server makes for itself at its first start: {@code ecs-lifecycle.md}
 * b.15. It is sealed with the key pair of the server, and is there some minutes later only.
 */
public final class FirstPassword {
  private static final long SOONEST = Duration.ofMinutes(5).toMillis();
  private static final int SPREAD = (int) Duration.ofMinutes(5).toMillis();
  private static final int LENGTH = 12;

  private FirstPassword() {}

  /** The sealed password, or an empty text where there is none (yet, or any more). */
  public static String of(Neighbours cloud, State state, Resource<Server> server, long now) {
    Server spec = server.spec();
    String key = spec.login().keyName();
    if (key == null || spec.login().forgotten() || !spec.launched() || !windows(spec)) {
      return "";
    }
    long ready = spec.launchedAt() + SOONEST + Math.floorMod(server.id().hashCode(), SPREAD);
    String sealed =
        now < ready
            ? null
            : cloud
                .keypairs()
                .sealed(state, server.ref().project(), key, made(server), server.id());
    return sealed == null ? "" : sealed;
  }

  private static boolean windows(Server server) {
    return "Windows".equals(server.allMetadata().get("os_type"));
  }

  private static String made(Resource<Server> server) {
    return "W!" + Ids.hex(server.id(), "Administrator").substring(0, LENGTH);
  }
}

package io.ecsim.ecs.view;

import io.ecsim.ecs.server.Server;
import io.ecsim.sim.Ids;
import io.ecsim.sim.Resource;
import java.time.Duration;

/**
 * Where the console of a server is: {@code ecs-lifecycle.md} b.15. An address holds for ten minutes
 * of the world's time; who asks later is told another.
 */
public final class ConsoleUrls {
  private static final long VALID = Duration.ofMinutes(10).toMillis();

  private ConsoleUrls() {}

  /** The address of its screen. */
  public static String screen(String region, Resource<Server> server, String request, long now) {
    return of(region, "vnc_auto.html", server, request, now);
  }

  /** The address of its serial console. */
  public static String serial(String region, Resource<Server> server, String request, long now) {
    return of(region, "serial.html", server, request, now);
  }

  private static String of(
      String region, String page, Resource<Server> server, String request, long now) {
    return "https://nova-novncproxy.%s.myhuaweicloud.com:8002/%s?token=%s&expires=%d"
        .formatted(region, page, Ids.hex(server.id(), page, request), now + VALID);
  }
}

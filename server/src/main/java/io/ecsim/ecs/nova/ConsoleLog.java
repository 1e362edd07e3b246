package io.ecsim.ecs.nova;

import io.ecsim.api.ecs.NovaOsGetConsoleOutput;
import io.ecsim.ecs.server.Server;
import io.ecsim.pack.Utc;
import io.ecsim.sim.Resource;
import java.util.List;

/** What a guest has written to its console. */
final class ConsoleLog {
  private ConsoleLog() {}

  /** The last lines, as many as are asked for; nothing of a server that has never run. */
  static String of(Resource<Server> server, NovaOsGetConsoleOutput asked) {
    List<String> lines = server.spec().launched() ? lines(server) : List.of();
    Integer length = asked == null ? null : asked.length();
    int from = length == null || length < 0 ? 0 : Math.max(0, lines.size() - length);
    return String.join("\n", lines.subList(from, lines.size()));
  }

  private static List<String> lines(Resource<Server> server) {
    String host = server.spec().hostname();
    return List.of(
        "[    0.000000] Command line: root=/dev/vda1 ro console=tty0 console=ttyS0,115200n8",
        "[    0.000000] Hypervisor detected: KVM",
        "[    1.904512] systemd[1]: Set hostname to <%s>.".formatted(host),
        "cloud-init: modules:final ran, started %s".formatted(Utc.seconds(server.createdAt())),
        "%s login: ".formatted(host));
  }
}

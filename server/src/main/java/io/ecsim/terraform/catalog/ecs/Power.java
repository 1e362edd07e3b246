package io.ecsim.terraform.catalog.ecs;

import io.ecsim.terraform.resource.Body;
import io.ecsim.terraform.resource.Task;
import java.util.List;

/** Switches servers on and off. (terraform-huaweicloud 2.1.) */
final class Power {
  private Power() {}

  /**
   * Does this and waits for its end.
   *
   * @param action {@code ON}, {@code OFF} or {@code REBOOT}; the latter two also by force
   */
  static void act(Task task, String server, String action) {
    boolean force = action.startsWith("FORCE-");
    String call =
        switch (force ? action.substring("FORCE-".length()) : action) {
          case "ON" -> "os-start";
          case "OFF" -> "os-stop";
          default -> "reboot";
        };
    String type = force ? "HARD" : "SOFT";
    task.job(
        "ecs",
        task.post(
            "ecs",
            Servers.path("action"),
            Body.of(
                call,
                Body.of(
                    "type",
                    action.equals("ON") ? null : type,
                    "servers",
                    List.of(Body.of("id", server))))));
  }
}

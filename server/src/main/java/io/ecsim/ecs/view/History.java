package io.ecsim.ecs.view;

import io.ecsim.ecs.server.Server;
import io.ecsim.ecs.server.ServerTable;
import io.ecsim.sim.Job;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was done to a server, as {@code os-instance-actions} names it: {@code ecs-lifecycle.md} c.
 * It is read off the jobs, which are there for every edge, whatever door began it.
 */
public final class History {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("create", "create"),
          Map.entry("delete", "delete"),
          Map.entry("start", "start"),
          Map.entry("stop", "stop"),
          Map.entry("hard-stop", "stop"),
          Map.entry("reboot", "reboot"),
          Map.entry("hard-reboot", "reboot"),
          Map.entry("resize", "resize"),
          Map.entry("confirm-resize", "confirmResize"),
          Map.entry("revert-resize", "revertResize"),
          Map.entry("rebuild", "rebuild"),
          Map.entry("reinstall-os", "rebuild"),
          Map.entry("change-os", "rebuild"),
          Map.entry("attach-volume", "attach_volume"),
          Map.entry("detach-volume", "detach_volume"),
          Map.entry("add-nic", "attach_interface"),
          Map.entry("delete-nic", "detach_interface"),
          Map.entry("reset-password", "changePassword"),
          Map.entry("lock", "lock"),
          Map.entry("unlock", "unlock"),
          Map.entry("migrate", "migrate"),
          Map.entry("redeploy", "migrate"),
          Map.entry("crash-dump", "trigger_crash_dump"),
          Map.entry("create-image", "createImage"));

  private static final Comparator<Act> YOUNGEST_FIRST =
      Comparator.comparing((Act act) -> act.job().began())
          .thenComparing(act -> act.job().id())
          .reversed();

  private History() {}

  /**
   * One thing that was done.
   *
   * @param name {@code confirmResize}
   * @param job how it went
   */
  public record Act(String name, Job job) {
    /** The id of the request, derived from its job's. */
    public String request() {
      String hex = job.id();
      return "req-%s-%s-%s-%s-%s"
          .formatted(
              hex.substring(0, 8),
              hex.substring(8, 12),
              hex.substring(12, 16),
              hex.substring(16, 20),
              hex.substring(20));
    }
  }

  /** The acts on a server that can still be known, the youngest first. */
  public static List<Act> of(State state, ServerTable table, Ref server) {
    String before = table.servers.type() + ".";
    return state.jobs().values().stream()
        .filter(job -> server.equals(job.ref()) && job.began() != 0)
        .flatMap(
            job ->
                Optional.ofNullable(NAMES.get(job.edge().substring(before.length())))
                    .map(name -> new Act(name, job))
                    .stream())
        .sorted(YOUNGEST_FIRST)
        .toList();
  }

  /** The server with this id, perhaps no more there; null if nobody remembers it. */
  public static Resource<Server> server(State state, ServerTable table, String project, String id) {
    Resource<Server> there = state.find(table.servers, project, id);
    if (there != null) {
      return there;
    }
    return state
        .ended(table.servers, project)
        .filter(gone -> gone.id().equals(id))
        .findFirst()
        .orElse(null);
  }
}

package io.ecsim.ecs.view;

import io.ecsim.api.ErrorCodes;
import io.ecsim.ecs.server.Server;
import io.ecsim.sim.Job;
import io.ecsim.sim.Phase;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.Comparator;
import java.util.Set;

/** What went wrong with a faulty server, in the words of its {@code fault}. */
final class Faults {
  private static final String NO_HOST =
      "No valid host was found. There are not enough hosts available.";
  private static final Set<String> HOSTS = Set.of("Ecs.0204", "Ecs.0219", "Ecs.0319");
  private static final Set<String> NETWORKS = Set.of("Ecs.0201", "Ecs.0217");
  private static final Set<String> DISKS = Set.of("Ecs.0202", "Ecs.0203", "Ecs.0205");

  /** The job that ended last; of several at once the one that was begun before the others. */
  private static final Comparator<Job> LAST =
      Comparator.comparingLong(Job::ended)
          .thenComparing(Comparator.comparingLong(Job::began).reversed());

  private Faults() {}

  /**
   * By the job that made it faulty, the last one that had failed by then; where none is known any
   * more, what is most usual.
   */
  static String of(State state, Resource<Server> server) {
    return state.jobs().values().stream()
        .filter(job -> job.phase() == Phase.FAIL && server.ref().equals(job.ref()))
        .filter(job -> job.ended() <= server.since())
        .max(LAST)
        .map(job -> worded(server, job.code()))
        .orElse(NO_HOST);
  }

  private static String worded(Resource<Server> server, String code) {
    if (code == null || HOSTS.contains(code)) {
      return NO_HOST;
    }
    if (NETWORKS.contains(code)) {
      return "Failed to allocate the network(s), not rescheduling.";
    }
    if (DISKS.contains(code)) {
      return "Build of instance %s aborted: Block Device Mapping is Invalid."
          .formatted(server.id());
    }
    String meaning = ErrorCodes.meaning(code);
    return meaning == null ? NO_HOST : meaning;
  }
}

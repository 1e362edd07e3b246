package io.ecsim.http;

import io.ecsim.http.message.Answer;
import io.ecsim.http.message.Inbound;
import io.ecsim.http.message.Outcome;
import io.ecsim.http.message.Trickle;
import io.ecsim.sim.Entry;
import io.ecsim.sim.World;
import java.util.List;

/** Writes down in a world's journal which requests it has had. */
final class Log {
  private Log() {}

  /**
   * Writes a request down.
   *
   * @param project the project it acted in, or null
   * @param operation the vendor's name of the operation, or null for an unknown path
   * @param outcome what became of it; one that was not answered has the status 0
   * @param fault the name of the rule that struck it, or null
   */
  static void note(
      World world,
      Inbound request,
      String project,
      String operation,
      Outcome outcome,
      String fault) {
    var line =
        new Entry.Request(
            world.now(),
            request.id(),
            request.method(),
            request.rawPath(),
            project,
            operation,
            status(outcome),
            fault);
    world.journal().add(List.of(line));
  }

  private static int status(Outcome outcome) {
    if (outcome instanceof Trickle trickle) {
      return trickle.answer().status();
    }
    return outcome instanceof Answer answer ? answer.status() : 0;
  }
}

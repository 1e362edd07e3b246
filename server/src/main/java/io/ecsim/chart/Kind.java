package io.ecsim.chart;

import io.ecsim.sim.Edge;
import io.ecsim.sim.End;
import io.ecsim.sim.Failure;
import io.ecsim.sim.Lifecycle;
import io.ecsim.sim.Status;
import io.ecsim.sim.Step;
import java.util.Locale;

/** What sort of status it is, as its table tells. */
public enum Kind {
  /** Something can rest in it. */
  SETTLED,
  /** It is there only while an edge is under way. */
  PASSING,
  /** Only a failure leads to it. */
  BROKEN;

  /** The kind of this status in this table. */
  public static Kind of(Lifecycle<?, ?> table, Status status) {
    if (status.waiting() || table.edges().stream().anyMatch(edge -> passes(edge, status))) {
      return PASSING;
    }
    boolean reached = table.edges().stream().anyMatch(edge -> leads(edge.end(), status));
    boolean failed = table.edges().stream().anyMatch(edge -> failsInto(edge, status));
    return failed && !reached ? BROKEN : SETTLED;
  }

  /** The word that documents and answers use. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** An edge that only stays where it began passes through nothing. */
  private static boolean passes(Edge<?, ?> edge, Status status) {
    return !edge.from().contains(status)
        && edge.steps().stream().map(Step::status).anyMatch(status::equals);
  }

  private static boolean failsInto(Edge<?, ?> edge, Status status) {
    return edge.failures().stream().map(Failure::end).anyMatch(end -> leads(end, status));
  }

  private static boolean leads(End<?> end, Status status) {
    return end.text().equals(status.label());
  }
}

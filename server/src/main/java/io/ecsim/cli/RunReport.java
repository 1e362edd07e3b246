package io.ecsim.cli;

import io.ecsim.Ecsim;
import io.ecsim.sim.Entry;
import io.ecsim.sim.Fault;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.Shelf;
import io.ecsim.sim.State;
import io.ecsim.sim.World;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;

/** What a run has left behind and seen. */
final class RunReport {
  private final Ecsim cloud;
  private final long began = System.nanoTime();

  RunReport(Ecsim cloud) {
    this.cloud = cloud;
  }

  String text() {
    long requests = 0;
    Map<String, Integer> left = new TreeMap<>();
    Map<String, Integer> transitions = new TreeMap<>();
    List<String> faults = new ArrayList<>();
    for (World world : cloud.worlds().all()) {
      State state = world.read();
      requests += count(world, transitions);
      leftIn(world.name(), state).forEach(what -> left.merge(what, 1, Integer::sum));
      state.faults().stream()
          .filter(fault -> fault.fired() > 0)
          .map(RunReport::told)
          .forEach(faults::add);
    }
    return """
        ecsim: %d requests in %.1f s
          left         %s
          transitions  %s
          faults       %s\
        """
        .formatted(
            requests,
            (System.nanoTime() - began) / 1e9,
            told(left, "nothing"),
            told(transitions, "none"),
            faults.isEmpty() ? "none fired" : String.join("; ", faults));
  }

  private static long count(World world, Map<String, Integer> transitions) {
    long requests = 0;
    for (Entry entry : world.journal().entries()) {
      if (entry instanceof Entry.Request) {
        requests++;
      } else if (entry instanceof Entry.Transition t && !planted(t)) {
        String from = t.from() == null ? "" : t.from() + " -> ";
        transitions.merge(t.ref().type() + " " + from + t.to(), 1, Integer::sum);
      }
    }
    return requests;
  }

  /** Nobody asked for what a project finds when it is first used. */
  private static boolean planted(Entry.Transition transition) {
    return transition.from() == null && transition.cause() == null;
  }

  /** What is there that a new world of the same projects does not have. */
  private List<String> leftIn(String name, State state) {
    World fresh = new World(name, cloud.blueprint());
    state.projects().forEach(fresh::open);
    Set<Ref> planted = new HashSet<>();
    for (Shelf shelf : fresh.read().shelves().values()) {
      shelf.all().forEach(r -> planted.add(r.ref()));
    }
    List<String> left = new ArrayList<>();
    for (Shelf shelf : state.shelves().values()) {
      for (Resource<?> r : shelf.all()) {
        if (!planted.contains(r.ref())) {
          left.add(r.ref().type() + " " + r.status().label());
        }
      }
    }
    return left;
  }

  private static String told(Fault fault) {
    return "%s (%d of %d)".formatted(fault.name(), fault.fired(), fault.matched());
  }

  private static String told(Map<String, Integer> counts, String none) {
    var words = new StringJoiner(", ");
    words.setEmptyValue(none);
    counts.forEach((what, count) -> words.add(count == 1 ? what : what + " x" + count));
    return words.toString();
  }
}

package io.ecsim.http;

import io.ecsim.api.Operation;
import io.ecsim.sim.Effect;
import io.ecsim.sim.Probe;
import io.ecsim.sim.Struck;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;

/** Faults that are laid on operations. */
final class RequestFaults {
  private RequestFaults() {}

  /** The faults that strike a request, in the order they were laid. */
  static List<Struck> strike(Errand errand, ValidInput input) {
    return errand.isControl()
        ? List.of()
        : errand.world().provoke(errand.request().id(), probe(errand, input));
  }

  /** The one that takes the place of the handler, or null. */
  static Struck before(List<Struck> struck) {
    return first(struck, s -> s.effect() instanceof Effect.Refuse || isDrop(s, false));
  }

  /** The one that keeps the answer back, or null. */
  static Struck after(List<Struck> struck) {
    return first(struck, s -> isDrop(s, true));
  }

  private static boolean isDrop(Struck struck, boolean after) {
    return struck.effect() instanceof Effect.Drop drop && drop.after() == after;
  }

  private static Struck first(List<Struck> struck, Predicate<Struck> wanted) {
    return struck.stream().filter(wanted).findFirst().orElse(null);
  }

  private static Probe probe(Errand errand, ValidInput input) {
    Operation operation = errand.operation();
    var ids = new LinkedHashSet<>(errand.parameters().values());
    String key = errand.request().method() + ' ' + errand.request().rawPath();
    return new Probe(input.names(), operation.service(), errand.project(), ids, key);
  }
}

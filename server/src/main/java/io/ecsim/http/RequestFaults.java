package io.ecsim.http;

import io.ecsim.api.Operation;
import io.ecsim.sim.Effect;
import io.ecsim.sim.Probe;
import io.ecsim.sim.Struck;
import java.util.LinkedHashSet;
import java.util.Set;

/** Faults that are laid on operations. */
final class RequestFaults {
  private RequestFaults() {}

  /** The fault that strikes a request, or null. Of several the one laid first goes first. */
  static Struck strike(Errand errand) {
    if (errand.isControl()) {
      return null;
    }
    return errand.world().provoke(errand.request().id(), probe(errand)).stream()
        .filter(s -> s.effect() instanceof Effect.Refuse || s.effect() instanceof Effect.Drop)
        .findFirst()
        .orElse(null);
  }

  private static Probe probe(Errand errand) {
    Operation operation = errand.operation();
    Set<String> names = new LinkedHashSet<>(operation.aliases());
    names.add(operation.id());
    var ids = new LinkedHashSet<>(errand.parameters().values());
    String key = errand.request().method() + ' ' + errand.request().rawPath();
    return new Probe(names, operation.service(), errand.project(), ids, key);
  }
}

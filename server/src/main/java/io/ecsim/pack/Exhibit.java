package io.ecsim.pack;

import io.ecsim.sim.Lifecycle;
import io.ecsim.sim.Resource;
import io.ecsim.sim.Spec;
import io.ecsim.sim.State;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * A type of resource as the control API shows it.
 *
 * @param lifecycle its table
 * @param api how the API shows a status that it computes (a server's), by member; null where the
 *     status word is the API's own
 */
public record Exhibit<S extends Spec>(
    Lifecycle<?, S> lifecycle, BiFunction<State, Resource<S>, Map<String, Object>> api) {

  /** A type whose status word is the API's own. */
  public static <S extends Spec> Exhibit<S> of(Lifecycle<?, S> lifecycle) {
    return new Exhibit<>(lifecycle, null);
  }
}

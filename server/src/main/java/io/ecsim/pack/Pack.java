package io.ecsim.pack;

import io.ecsim.api.Route;
import io.ecsim.sim.Tx;
import java.util.List;

/** A service: its types of resources, what answers its operations, what a new project finds. */
public interface Pack {
  /** The service's name, which is also its path prefix: {@code evs}. */
  String service();

  /** Its types of resources. */
  List<Exhibit<?>> exhibits();

  /** Its modelled operations. */
  List<Route> routes();

  /** Puts there what a project finds when it is first used. */
  default void plant(Tx tx, String project) {}
}

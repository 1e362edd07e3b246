package io.ecsim.http;

import io.ecsim.sim.World;
import java.util.Map;
import java.util.Set;

/** Tells services apart that have the same path, where nothing but the path was given. */
@FunctionalInterface
public interface PathOwner {
  /**
   * The service that is meant, or null if there is no telling.
   *
   * @param services the services that have it
   * @param parameters the values of the path's parameters
   * @param query the keys of the query
   */
  String serviceOf(
      World world, Set<String> services, Map<String, String> parameters, Set<String> query);
}

package io.ecsim.sim;

import java.util.Set;

/**
 * A request as fault rules see it.
 *
 * @param operations the vendor names it can go by
 * @param service its service
 * @param project its project
 * @param ids the resource ids that its path names
 * @param key what tells it from other requests, for dice
 */
public record Probe(
    Set<String> operations, String service, String project, Set<String> ids, String key) {

  boolean meets(Target.OnOperation target) {
    return operations.contains(target.name())
        && (target.service() == null || target.service().equals(service));
  }
}

package io.ecsim.api;

import io.ecsim.sim.Glance;
import io.ecsim.sim.Tx;
import io.ecsim.sim.World;
import java.util.function.Function;

/**
 * One request, as far as a service needs to know it.
 *
 * @param world the cloud it speaks to
 * @param project the project it acts in: the path's, else {@code X-Project-Id}'s, else the token's
 * @param identity who calls
 * @param requestId the id that the answer's {@code X-Request-Id} carries
 * @param baseUrl scheme, host and service prefix under which the client reached the service,
 *     without a trailing slash; for links in answers
 * @param asked what the request's query asks for
 * @param microversion the minor number of the version asked for, where the operation has
 *     microversions; else 0
 * @param glance what this call reads the world through; remembers what it has shown
 */
public record Call(
    World world,
    String project,
    Identity identity,
    String requestId,
    String baseUrl,
    Asked asked,
    int microversion,
    Glance glance) {

  /** Changes the world, all or nothing. An exception leaves it as it was. */
  public <R> R transact(Function<Tx, R> change) {
    R result =
        world.transact(
            requestId,
            glance.struck(),
            tx -> {
              R made = change.apply(tx);
              glance.strike(tx.struck());
              return made;
            });
    glance.refresh();
    return result;
  }
}

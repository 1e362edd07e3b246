package io.ecsim.http;

import io.ecsim.api.Asked;
import io.ecsim.api.Call;
import io.ecsim.api.Operation;
import io.ecsim.http.message.Inbound;
import io.ecsim.http.who.Caller;
import io.ecsim.sim.Glance;
import io.ecsim.sim.World;
import java.util.Map;

/**
 * A request whose operation, world and project are known.
 *
 * @param parameters the values of the path's parameters
 * @param prefix the path prefix that named the service, or empty
 */
record Errand(
    Inbound request,
    Operation operation,
    Map<String, String> parameters,
    World world,
    String project,
    Caller caller,
    String prefix) {

  /** The call that the operation gets to see, in this microversion of it; 0 where it has none. */
  Call call(int microversion) {
    return new Call(
        world,
        project,
        caller.identity(),
        request.id(),
        baseUrl(),
        new Asked(request.query()),
        microversion,
        new Glance(world));
  }

  private String baseUrl() {
    boolean usual = request.port() == (request.scheme().equals("https") ? 443 : 80);
    String port = usual ? "" : ":" + request.port();
    return request.scheme() + "://" + request.host() + port + prefix;
  }

  boolean isControl() {
    return operation.path().startsWith("/_ecsim");
  }
}

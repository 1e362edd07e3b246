package io.ecsim.http;

import io.ecsim.api.Operation;
import io.ecsim.api.Route;
import io.ecsim.http.grpc.GrpcSession;
import io.ecsim.pack.Tokens;
import io.ecsim.sim.Worlds;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a gateway stands in front of.
 *
 * @param worlds the worlds that requests speak to
 * @param operations all operations of the contract, modelled or not
 * @param routes what answers the modelled ones
 * @param tokens whom tokens stand for
 * @param usualProject the project of requests that name none
 * @param owners whose path a path is that several services have
 * @param pages what is served as it is
 * @param grpc what answers gRPC, made anew for each connection: of the world that its port leads
 *     to, or null
 */
public record Services(
    Worlds worlds,
    List<Operation> operations,
    List<Route> routes,
    Tokens tokens,
    String usualProject,
    PathOwner owners,
    List<Page> pages,
    Function<String, GrpcSession> grpc) {

  /** The same with more pages. */
  Services with(List<Page> more) {
    List<Page> all = Stream.concat(pages.stream(), more.stream()).toList();
    return new Services(worlds, operations, routes, tokens, usualProject, owners, all, grpc);
  }
}

package io.ecsim.ecs.nova;

import io.ecsim.api.Call;
import io.ecsim.api.ecs.NovaEvent;
import io.ecsim.api.ecs.NovaInstanceAction;
import io.ecsim.api.ecs.NovaListServerActionsInstanceAction;
import io.ecsim.api.ecs.NovaListServerActionsResponse;
import io.ecsim.api.ecs.NovaServerHistoryApi;
import io.ecsim.api.ecs.NovaShowServerActionResponse;
import io.ecsim.ecs.server.Server;
import io.ecsim.ecs.server.ServerTable;
import io.ecsim.ecs.view.History;
import io.ecsim.ecs.view.Times;
import io.ecsim.sim.Job;
import io.ecsim.sim.Phase;
import io.ecsim.sim.Resource;
import java.util.List;

/** What was done to a server, natively: {@code ecs-lifecycle.md} c. */
public record NativeHistoryOperations(ServerTable table) implements NovaServerHistoryApi {
  /** From here on a server that is no more can be asked about. */
  private static final int OF_DELETED = 21;

  @Override
  public NovaListServerActionsResponse novaListServerActions(Call call, String serverId) {
    Resource<Server> server = server(call, serverId);
    return new NovaListServerActionsResponse(
        acts(call, server).stream()
            .map(
                act ->
                    new NovaListServerActionsInstanceAction(
                        act.name(),
                        serverId,
                        message(act.job()),
                        call.project(),
                        act.request(),
                        Times.micros(act.job().began()),
                        server.spec().origin().userId()))
            .toList());
  }

  @Override
  public NovaShowServerActionResponse novaShowServerAction(
      Call call, String serverId, String requestId) {
    Resource<Server> server = server(call, serverId);
    return acts(call, server).stream()
        .filter(act -> act.request().equals(requestId))
        .findFirst()
        .map(
            act ->
                new NovaShowServerActionResponse(
                    new NovaInstanceAction(
                        act.name(),
                        List.of(event(act)),
                        serverId,
                        message(act.job()),
                        call.project(),
                        act.request(),
                        Times.micros(act.job().began()),
                        server.spec().origin().userId())))
        .orElseThrow(
            () -> NativeWords.notFound("Action for request_id %s not found".formatted(requestId)));
  }

  private List<History.Act> acts(Call call, Resource<Server> server) {
    return History.of(call.glance().state(), table, server.ref());
  }

  private Resource<Server> server(Call call, String id) {
    if (call.microversion() < OF_DELETED) {
      return new NativeWords(table).server(call, id);
    }
    Resource<Server> server = History.server(call.glance().state(), table, call.project(), id);
    if (server == null) {
      throw NativeWords.notFound("Instance %s could not be found.".formatted(id));
    }
    return server;
  }

  private static NovaEvent event(History.Act act) {
    Job job = act.job();
    String result = job.phase() == Phase.SUCCESS ? "Success" : job.phase().over() ? "Error" : null;
    return new NovaEvent(
        "compute_" + act.name(),
        Times.micros(job.ended()),
        result,
        Times.micros(job.began()),
        null);
  }

  private static String message(Job job) {
    return job.phase() == Phase.FAIL || job.phase() == Phase.FAILING ? "Error" : null;
  }
}

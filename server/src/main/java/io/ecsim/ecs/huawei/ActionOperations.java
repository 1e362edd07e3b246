package io.ecsim.ecs.huawei;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.ecs.BatchRebootServersRequest;
import io.ecsim.api.ecs.BatchServersActionRequest;
import io.ecsim.api.ecs.BatchStartServersRequest;
import io.ecsim.api.ecs.BatchStopServersRequest;
import io.ecsim.api.ecs.DeleteServersRequest;
import io.ecsim.api.ecs.JobIdResponse;
import io.ecsim.api.ecs.ServerActionsApi;
import io.ecsim.api.ecs.ServerId;
import io.ecsim.api.ecs.UpdateServerAutoTerminateTimeRequest;
import io.ecsim.ecs.bin.Bin;
import io.ecsim.ecs.server.Deletion;
import io.ecsim.ecs.server.Server;
import io.ecsim.ecs.server.ServerTable;
import io.ecsim.ecs.server.Termination;
import io.ecsim.sim.Edge;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Actions on several servers at once: {@code ecs-lifecycle.md} b.0 to b.5, b.9. A request for one
 * server is refused if that server cannot; one for several is taken, and each server's own sub job
 * says how it went. Any unknown server refuses the whole request.
 */
public record ActionOperations(ServerTable table, Bin bin) implements ServerActionsApi {
  private static final String HARD = "HARD";

  @Override
  public JobIdResponse batchServersAction(Call call, BatchServersActionRequest body) {
    if (body instanceof BatchStartServersRequest start) {
      return begin(call, start.osStart().servers(), "start", table.power.start, null);
    }
    if (body instanceof BatchStopServersRequest stop) {
      boolean hard = HARD.equals(stop.osStop().type());
      return begin(
          call,
          stop.osStop().servers(),
          "stop",
          hard ? table.power.hardStop : table.power.stop,
          null);
    }
    var reboot = ((BatchRebootServersRequest) body).reboot();
    boolean hard = HARD.equals(reboot.type());
    return begin(
        call, reboot.servers(), "reboot", hard ? table.power.hardReboot : table.power.reboot, null);
  }

  @Override
  public JobIdResponse deleteServers(Call call, DeleteServersRequest body) {
    var how = Deletion.asked(Boolean.TRUE.equals(body.deleteVolume()), body.deletePublicip());
    return begin(call, body.servers(), "delete", (state, ref) -> bin.removal(state, ref, how));
  }

  /** Jobs are called {@code startServer}, and {@code startSingleServer} for each server. */
  private <A> JobIdResponse begin(
      Call call, List<ServerId> servers, String verb, Edge<Server, A> edge, A argument) {
    return begin(call, servers, verb, (state, ref) -> Plan.of(edge, ref, argument));
  }

  private JobIdResponse begin(
      Call call, List<ServerId> servers, String verb, BiFunction<State, Ref, Plan> each) {
    return call.transact(
        tx -> {
          List<Ref> refs =
              Several.refs(tx, table, call.project(), servers.stream().map(ServerId::id)).toList();
          List<Plan> plans =
              refs.stream()
                  .map(ref -> each.apply(tx.state(), ref).called(verb + "SingleServer"))
                  .map(plan -> refs.size() > 1 ? plan.leniently() : plan)
                  .toList();
          return new JobIdResponse(tx.begin(Plan.together(verb + "Server", plans)).id());
        });
  }

  @Override
  public void updateServerAutoTerminateTime(
      Call call, String serverId, UpdateServerAutoTerminateTimeRequest body) {
    String time = body.autoTerminateTime();
    Termination.check(time);
    call.transact(
        tx -> {
          Resource<Server> found = tx.state().require(table.servers, call.project(), serverId);
          if (!time.isEmpty() && found.spec().tariff().byPeriod()) {
            throw new ApiError(
                "Ecs.0084", "auto_terminate_time: the server %s is prepaid.".formatted(serverId));
          }
          Ref ref = found.ref();
          Termination.appoint(tx, table, ref, time);
          return tx.change(
              table.servers, ref, server -> server.with(draft -> draft.autoTerminateTime = time));
        });
  }
}

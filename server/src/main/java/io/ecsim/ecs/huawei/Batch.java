package io.ecsim.ecs.huawei;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.ErrorCodes;
import io.ecsim.api.ecs.ServerId;
import io.ecsim.ecs.server.Rehearsal;
import io.ecsim.ecs.server.Server;
import io.ecsim.ecs.server.ServerTable;
import io.ecsim.sim.Job;
import io.ecsim.sim.Phase;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Refusal;
import io.ecsim.sim.Resource;
import io.ecsim.sim.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Something that is done at once to several servers, to each for itself: {@code ecs-lifecycle.md}
 * b.15 and d. Those that can do it, whatever becomes of the others.
 */
record Batch(ServerTable table, Call call, List<ServerId> servers) {

  /**
   * Does it.
   *
   * @param rehearsed whether it is only tried out
   * @param otherwise what the others cannot: {@code be named 'x'}
   * @return the servers, each once
   * @throws ApiError {@code Ecs.0611} with {@code internalError} if any of them cannot
   */
  List<ServerId> each(boolean rehearsed, String otherwise, Function<Resource<Server>, Plan> plan) {
    List<String> ids = servers.stream().map(ServerId::id).distinct().toList();
    var failures = new ArrayList<Map<String, Object>>();
    Consumer<Tx> change = tx -> ids.forEach(id -> one(tx, id, plan, failures));
    if (rehearsed) {
      Rehearsal.of(call, change);
    } else {
      call.transact(
          tx -> {
            change.accept(tx);
            return null;
          });
    }
    if (!failures.isEmpty()) {
      throw new ApiError(
              "Ecs.0611",
              "%d of %d servers cannot %s.".formatted(failures.size(), ids.size(), otherwise))
          .with(Map.of("internalError", List.copyOf(failures)));
    }
    return ids.stream().map(ServerId::new).toList();
  }

  private void one(
      Tx tx, String id, Function<Resource<Server>, Plan> plan, List<Map<String, Object>> failures) {
    try {
      var server = tx.state().require(table.servers, call.project(), id);
      Job job = tx.begin(plan.apply(server));
      if (job.phase() == Phase.FAIL) {
        failures.add(failure(id, job.code(), job.reason()));
      }
    } catch (Refusal refusal) {
      failures.add(failure(id, refusal.code(), refusal.getMessage()));
    }
  }

  private static Map<String, Object> failure(String id, String code, String message) {
    return Map.of(
        "id",
        id,
        "error_code",
        code,
        "error_message",
        message == null ? ErrorCodes.meaning(code) : message);
  }
}

package io.ecsim.ecs.huawei;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.ErrorCodes;
import io.ecsim.api.ecs.BatchUpdateServersNameRequest;
import io.ecsim.api.ecs.BatchUpdateServersNameResponse;
import io.ecsim.api.ecs.ServerId;
import io.ecsim.api.ecs.ServerNamesApi;
import io.ecsim.ecs.server.Names;
import io.ecsim.ecs.server.Rehearsal;
import io.ecsim.ecs.server.Server;
import io.ecsim.ecs.server.ServerTable;
import io.ecsim.ecs.server.Texts;
import io.ecsim.sim.Job;
import io.ecsim.sim.Phase;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Refusal;
import io.ecsim.sim.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One name for several servers: {@code ecs-lifecycle.md} b.15 and d. Those that can have it get it,
 * whatever becomes of the others.
 */
public record NameOperations(ServerTable table) implements ServerNamesApi {

  @Override
  public BatchUpdateServersNameResponse batchUpdateServersName(
      Call call, BatchUpdateServersNameRequest body) {
    Names.check(body.name(), 1);
    List<String> ids = body.servers().stream().map(ServerId::id).distinct().toList();
    var failures = new ArrayList<Map<String, Object>>();
    if (Boolean.TRUE.equals(body.dryRun())) {
      Rehearsal.of(call, tx -> ids.forEach(id -> rename(tx, call, id, body.name(), failures)));
    } else {
      call.transact(
          tx -> {
            ids.forEach(id -> rename(tx, call, id, body.name(), failures));
            return null;
          });
    }
    if (!failures.isEmpty()) {
      throw new ApiError(
              "Ecs.0611",
              "%d of %d servers cannot be named '%s'."
                  .formatted(failures.size(), ids.size(), body.name()))
          .with(Map.of("internalError", List.copyOf(failures)));
    }
    return new BatchUpdateServersNameResponse(ids.stream().map(ServerId::new).toList());
  }

  private void rename(
      Tx tx, Call call, String id, String name, List<Map<String, Object>> failures) {
    try {
      var server = tx.state().require(table.servers, call.project(), id);
      Job job = tx.begin(Plan.of(table.update, server.ref(), texts(server.spec(), name)));
      if (job.phase() == Phase.FAIL) {
        failures.add(failure(id, job.code(), job.reason()));
      }
    } catch (Refusal refusal) {
      failures.add(failure(id, refusal.code(), refusal.getMessage()));
    }
  }

  private static Texts texts(Server was, String name) {
    return new Texts(name, was.hostname(), was.description(), was.login().userData());
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

package io.ecsim.ecs.huawei;

import io.ecsim.api.Call;
import io.ecsim.api.ecs.BatchUpdateServersNameRequest;
import io.ecsim.api.ecs.BatchUpdateServersNameResponse;
import io.ecsim.api.ecs.ServerNamesApi;
import io.ecsim.ecs.server.Names;
import io.ecsim.ecs.server.Server;
import io.ecsim.ecs.server.ServerTable;
import io.ecsim.ecs.server.Texts;
import io.ecsim.sim.Plan;

/** One name for several servers: {@code ecs-lifecycle.md} b.15 and d. */
public record NameOperations(ServerTable table) implements ServerNamesApi {

  @Override
  public BatchUpdateServersNameResponse batchUpdateServersName(
      Call call, BatchUpdateServersNameRequest body) {
    Names.check(body.name(), 1);
    return new BatchUpdateServersNameResponse(
        new Batch(table, call, body.servers())
            .each(
                Boolean.TRUE.equals(body.dryRun()),
                "be named '%s'".formatted(body.name()),
                server -> Plan.of(table.update, server.ref(), texts(server.spec(), body.name()))));
  }

  private static Texts texts(Server was, String name) {
    return new Texts(name, was.hostname(), was.description(), was.login().userData());
  }
}

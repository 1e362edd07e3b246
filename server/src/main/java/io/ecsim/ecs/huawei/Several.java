package io.ecsim.ecs.huawei;

import io.ecsim.ecs.server.ServerTable;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Refusal;
import io.ecsim.sim.Tx;
import java.util.stream.Stream;

/** Requests about several servers. */
final class Several {
  private Several() {}

  /**
   * The servers with these ids, each once.
   *
   * @throws Refusal {@code Ecs.0114} if one is not there
   */
  static Stream<Ref> refs(Tx tx, ServerTable table, String project, Stream<String> ids) {
    return ids.distinct().map(id -> tx.state().require(table.servers, project, id).ref());
  }
}

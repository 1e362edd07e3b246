package io.ecsim.ecs.huawei;

import io.ecsim.api.Call;
import io.ecsim.api.ecs.ConsolesApi;
import io.ecsim.api.ecs.RemoteConsole;
import io.ecsim.api.ecs.SerialConsole;
import io.ecsim.api.ecs.ShowSerialConsoleActionsResponse;
import io.ecsim.api.ecs.ShowServerRemoteConsoleRequest;
import io.ecsim.api.ecs.ShowServerRemoteConsoleResponse;
import io.ecsim.api.ecs.UpdateSerialConsoleOptionsRequest;
import io.ecsim.ecs.server.Neighbours;
import io.ecsim.ecs.server.Server;
import io.ecsim.ecs.server.ServerTable;
import io.ecsim.ecs.view.ConsoleUrls;
import io.ecsim.pack.Prompt;
import io.ecsim.sim.Edge;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Resource;

/** Consoles of servers: {@code ecs-lifecycle.md} b.15. */
public record ConsoleOperations(Neighbours cloud, ServerTable table) implements ConsolesApi {

  @Override
  public ShowServerRemoteConsoleResponse showServerRemoteConsole(
      Call call, String serverId, ShowServerRemoteConsoleRequest body) {
    Resource<Server> server = begin(call, serverId, table.login.openConsole, null);
    String url =
        ConsoleUrls.screen(
            cloud.inventory().region(), server, call.requestId(), call.glance().now());
    return new ShowServerRemoteConsoleResponse(
        new RemoteConsole(body.remoteConsole().protocol(), body.remoteConsole().type(), url));
  }

  @Override
  public ShowSerialConsoleActionsResponse showSerialConsoleActions(Call call, String serverId) {
    Resource<Server> server = begin(call, serverId, table.login.openSerialConsole, null);
    return new ShowSerialConsoleActionsResponse(
        new SerialConsole(
            ConsoleUrls.serial(
                cloud.inventory().region(), server, call.requestId(), call.glance().now())));
  }

  @Override
  public void updateSerialConsoleOptions(
      Call call, String serverId, UpdateSerialConsoleOptionsRequest body) {
    Boolean on = Boolean.TRUE.equals(body.serialConsoleOptions().enabled());
    begin(call, serverId, table.login.switchSerialConsole, on);
  }

  private <A> Resource<Server> begin(Call call, String id, Edge<Server, A> edge, A argument) {
    Prompt.begin(
        call,
        tx -> Plan.of(edge, tx.state().require(table.servers, call.project(), id).ref(), argument));
    return call.glance().require(table.servers, call.project(), id);
  }
}

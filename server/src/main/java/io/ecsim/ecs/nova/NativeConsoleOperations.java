package io.ecsim.ecs.nova;

import io.ecsim.api.Call;
import io.ecsim.api.ecs.NovaConsolesApi;
import io.ecsim.api.ecs.NovaCreateRemoteConsoleRequest;
import io.ecsim.api.ecs.NovaCreateRemoteConsoleResponse;
import io.ecsim.api.ecs.NovaRemoteConsole;
import io.ecsim.api.ecs.NovaServerPasswordsApi;
import io.ecsim.api.ecs.NovaShowServerPasswordResponse;
import io.ecsim.api.ecs.RemoteConsole;
import io.ecsim.ecs.server.Neighbours;
import io.ecsim.ecs.server.Server;
import io.ecsim.ecs.server.ServerTable;
import io.ecsim.ecs.view.ConsoleUrls;
import io.ecsim.ecs.view.FirstPassword;
import io.ecsim.sim.Resource;

/** Getting into servers, natively: consoles, and the password that Windows makes at first. */
public final class NativeConsoleOperations implements NovaConsolesApi, NovaServerPasswordsApi {
  private final Neighbours cloud;
  private final ServerTable table;
  private final NativeWords words;

  public NativeConsoleOperations(Neighbours cloud, ServerTable table) {
    this.cloud = cloud;
    this.table = table;
    this.words = new NativeWords(table);
  }

  @Override
  public NovaCreateRemoteConsoleResponse novaCreateRemoteConsole(
      Call call, String serverId, NovaCreateRemoteConsoleRequest body) {
    NovaRemoteConsole asked = body.remoteConsole();
    if (!asked.type().equals("novnc") || !asked.protocol().equals("vnc")) {
      throw NativeWords.badRequest("Invalid console type %s".formatted(asked.type()));
    }
    words.begin(call, "get console", serverId, table.login.openConsole, null);
    Resource<Server> server = words.server(call, serverId);
    String url =
        ConsoleUrls.screen(
            cloud.inventory().region(), server, call.requestId(), call.glance().now());
    return new NovaCreateRemoteConsoleResponse(new RemoteConsole("vnc", "novnc", url));
  }

  @Override
  public NovaShowServerPasswordResponse novaShowServerPassword(Call call, String serverId) {
    Resource<Server> server = words.server(call, serverId);
    return new NovaShowServerPasswordResponse(
        FirstPassword.of(cloud, call.glance().state(), server, call.glance().now()));
  }

  @Override
  public void novaDeleteServerPassword(Call call, String serverId) {
    words.begin(call, "clear password", serverId, table.login.forgetPassword, null);
  }
}

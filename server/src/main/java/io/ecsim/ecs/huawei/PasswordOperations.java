package io.ecsim.ecs.huawei;

import io.ecsim.api.Call;
import io.ecsim.api.ecs.BatchResetServersPasswordRequest;
import io.ecsim.api.ecs.BatchUpdateServersNameResponse;
import io.ecsim.api.ecs.ResetPassword;
import io.ecsim.api.ecs.ResetServerPasswordRequest;
import io.ecsim.api.ecs.ServerPasswordsApi;
import io.ecsim.api.ecs.ShowResetPasswordFlagResponse;
import io.ecsim.api.ecs.ShowServerPasswordResponse;
import io.ecsim.ecs.server.Neighbours;
import io.ecsim.ecs.server.Passwords;
import io.ecsim.ecs.server.Server;
import io.ecsim.ecs.server.ServerTable;
import io.ecsim.ecs.view.FirstPassword;
import io.ecsim.pack.Prompt;
import io.ecsim.sim.Edge;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Resource;

/**
 * Passwords of servers: {@code ecs-lifecycle.md} b.15. None is ever kept. All images have the
 * plug-in that resets them.
 */
public record PasswordOperations(Neighbours cloud, ServerTable table)
    implements ServerPasswordsApi {

  @Override
  public void resetServerPassword(Call call, String serverId, ResetServerPasswordRequest body) {
    ResetPassword asked = body.resetPassword();
    if (Boolean.TRUE.equals(asked.isCheckPassword())) {
      check(asked.newPassword());
    }
    begin(call, serverId, table.login.resetPassword);
  }

  private static void check(String password) {
    Passwords.check("new_password", password, "root");
    Passwords.check("new_password", password, "administrator");
  }

  private void begin(Call call, String serverId, Edge<Server, Void> edge) {
    Prompt.begin(
        call,
        tx ->
            Plan.of(edge, tx.state().require(table.servers, call.project(), serverId).ref(), null));
  }

  @Override
  public BatchUpdateServersNameResponse batchResetServersPassword(
      Call call, BatchResetServersPasswordRequest body) {
    check(body.newPassword());
    return new BatchUpdateServersNameResponse(
        new Batch(table, call, body.servers())
            .each(
                Boolean.TRUE.equals(body.dryRun()),
                "have their password reset",
                server -> Plan.of(table.login.resetPassword, server.ref(), null)));
  }

  @Override
  public ShowResetPasswordFlagResponse showResetPasswordFlag(Call call, String serverId) {
    server(call, serverId);
    return new ShowResetPasswordFlagResponse("True");
  }

  private Resource<Server> server(Call call, String id) {
    return call.glance().require(table.servers, call.project(), id);
  }

  @Override
  public ShowServerPasswordResponse showServerPassword(Call call, String serverId) {
    Resource<Server> server = server(call, serverId);
    return new ShowServerPasswordResponse(
        FirstPassword.of(cloud, call.glance().state(), server, call.glance().now()));
  }

  @Override
  public void deleteServerPassword(Call call, String serverId) {
    begin(call, serverId, table.login.forgetPassword);
  }
}

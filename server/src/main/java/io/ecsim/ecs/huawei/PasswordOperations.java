package io.ecsim.ecs.huawei;

import io.ecsim.api.Call;
import io.ecsim.api.ecs.ResetPassword;
import io.ecsim.api.ecs.ResetServerPasswordRequest;
import io.ecsim.api.ecs.ServerPasswordsApi;
import io.ecsim.ecs.server.Passwords;
import io.ecsim.ecs.server.ServerTable;
import io.ecsim.pack.Prompt;
import io.ecsim.sim.Plan;

/** Passwords of servers: {@code ecs-lifecycle.md} b.15. None is ever kept. */
public record PasswordOperations(ServerTable table) implements ServerPasswordsApi {

  @Override
  public void resetServerPassword(Call call, String serverId, ResetServerPasswordRequest body) {
    ResetPassword asked = body.resetPassword();
    if (Boolean.TRUE.equals(asked.isCheckPassword())) {
      Passwords.check("new_password", asked.newPassword(), "root");
      Passwords.check("new_password", asked.newPassword(), "administrator");
    }
    Prompt.begin(
        call,
        tx ->
            Plan.of(
                table.login.resetPassword,
                tx.state().require(table.servers, call.project(), serverId).ref(),
                null));
  }
}

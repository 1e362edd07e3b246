package io.ecsim.ecs;

import io.ecsim.api.Call;
import io.ecsim.api.ecs.ResetPassword;
import io.ecsim.api.ecs.ResetServerPasswordRequest;
import io.ecsim.api.ecs.ServerPasswordsApi;
import io.ecsim.pack.Prompt;
import io.ecsim.sim.Plan;

/** Passwords of servers: {@code ecs-lifecycle.md} b.15. None is ever kept. */
record PasswordOperations(ServerTable table) implements ServerPasswordsApi {

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
                table.resetPassword,
                tx.state().require(table.servers, call.project(), serverId).ref(),
                null));
  }
}

package io.ecsim.kms;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.kms.AssociateKeypairResponse;
import io.ecsim.pack.Servers;
import io.ecsim.sim.Job;
import java.util.function.Supplier;

/** Gives servers another key pair, or takes it from them. */
record Binding(Supplier<Servers> servers) {

  /**
   * Begins the change.
   *
   * @param keypair the key pair's name, or null to take it away
   * @param word what the task is called in its status: {@code RESET}
   */
  AssociateKeypairResponse begin(Call call, String server, String keypair, String word) {
    Servers.Facts found = servers.get().find(call.glance().state(), call.project(), server);
    if (found == null) {
      throw new ApiError(404, "KPS.1002", "The server %s could not be found.".formatted(server));
    }
    Job job = call.transact(tx -> tx.begin(servers.get().rekey(found.ref(), keypair).called(word)));
    return AssociateKeypairResponse.builder()
        .taskId(KeyTasks.taskId(job))
        .serverId(server)
        .status("SUCCESS")
        .build();
  }
}

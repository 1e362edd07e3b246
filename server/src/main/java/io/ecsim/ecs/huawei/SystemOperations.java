package io.ecsim.ecs.huawei;

import io.ecsim.api.Call;
import io.ecsim.api.ecs.ChangeServerOsWithCloudInitRequest;
import io.ecsim.api.ecs.ChangeServerOsWithoutCloudInitRequest;
import io.ecsim.api.ecs.JobIdResponse;
import io.ecsim.api.ecs.Metadata;
import io.ecsim.api.ecs.OsChangeMetadata;
import io.ecsim.api.ecs.ReinstallServerWithCloudInitRequest;
import io.ecsim.api.ecs.ReinstallServerWithoutCloudInitRequest;
import io.ecsim.api.ecs.ServerSystemsApi;
import io.ecsim.ecs.change.Systems;
import io.ecsim.ecs.server.Passwords;
import io.ecsim.ecs.server.ServerTable;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Tx;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Operating systems of servers: {@code ecs-lifecycle.md} b.7, b.8, {@code ecs-schemas.md} 4. The
 * forms without cloud-init take no user data.
 */
public record SystemOperations(ServerTable table, Systems systems) implements ServerSystemsApi {

  @Override
  public JobIdResponse reinstallServerWithCloudInit(
      Call call, String serverId, ReinstallServerWithCloudInitRequest body) {
    var asked = body.osReinstall();
    Systems.Wish wish =
        wish(
            null,
            asked.keyname(),
            asked.adminpass(),
            asked.metadata() == null ? null : asked.metadata().userData(),
            metadata(asked.metadata()),
            asked.mode());
    return begin(call, serverId, (tx, ref) -> systems.reinstalled(tx, "reinstallOsV2", ref, wish));
  }

  @Override
  public JobIdResponse reinstallServerWithoutCloudInit(
      Call call, String serverId, ReinstallServerWithoutCloudInitRequest body) {
    var asked = body.osReinstall();
    Systems.Wish wish =
        wish(
            null,
            asked.keyname(),
            asked.adminpass(),
            null,
            metadata(asked.metadata()),
            asked.mode());
    return begin(call, serverId, (tx, ref) -> systems.reinstalled(tx, "reinstallOs", ref, wish));
  }

  @Override
  public JobIdResponse changeServerOsWithCloudInit(
      Call call, String serverId, ChangeServerOsWithCloudInitRequest body) {
    var asked = body.osChange();
    Systems.Wish wish =
        wish(
            asked.imageid(),
            asked.keyname(),
            asked.adminpass(),
            asked.metadata() == null ? null : asked.metadata().userData(),
            metadata(asked.metadata()),
            asked.mode());
    return begin(call, serverId, (tx, ref) -> systems.changed(tx, "changeOsV2", ref, wish));
  }

  @Override
  public JobIdResponse changeServerOsWithoutCloudInit(
      Call call, String serverId, ChangeServerOsWithoutCloudInitRequest body) {
    var asked = body.osChange();
    Systems.Wish wish =
        wish(
            asked.imageid(),
            asked.keyname(),
            asked.adminpass(),
            null,
            metadata(asked.metadata()),
            asked.mode());
    return begin(call, serverId, (tx, ref) -> systems.changed(tx, "changeOs", ref, wish));
  }

  private static Systems.Wish wish(
      String image,
      String key,
      String password,
      String userData,
      Map<String, String> metadata,
      String mode) {
    String keyName = said(key);
    String secret = said(password);
    if (secret != null) {
      Passwords.check("adminpass", secret, "root");
      Passwords.check("adminpass", secret, "administrator");
    }
    return new Systems.Wish(
        image, keyName, secret != null, said(userData), metadata, Mode.stopping(mode));
  }

  private static String said(String text) {
    return text == null || text.isEmpty() ? null : text;
  }

  private static Map<String, String> metadata(OsChangeMetadata asked) {
    return asked == null
        ? Map.of()
        : Systems.metadata(asked.systemEncrypted(), asked.systemCmkid());
  }

  private static Map<String, String> metadata(Metadata asked) {
    return asked == null
        ? Map.of()
        : Systems.metadata(asked.systemEncrypted(), asked.systemCmkid());
  }

  private JobIdResponse begin(Call call, String id, BiFunction<Tx, Ref, Plan> plan) {
    return call.transact(
        tx -> {
          Ref ref = tx.state().require(table.servers, call.project(), id).ref();
          return new JobIdResponse(tx.begin(plan.apply(tx, ref)).id());
        });
  }
}

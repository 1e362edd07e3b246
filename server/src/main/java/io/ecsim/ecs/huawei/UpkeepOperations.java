package io.ecsim.ecs.huawei;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.ecs.JobIdResponse;
import io.ecsim.api.ecs.MigrateServerRequest;
import io.ecsim.api.ecs.ServerUpkeepApi;
import io.ecsim.api.ecs.SupportAutoRecoveryBody;
import io.ecsim.ecs.change.Redeployments;
import io.ecsim.ecs.server.Charging;
import io.ecsim.ecs.server.Server;
import io.ecsim.ecs.server.ServerTable;
import io.ecsim.inventory.Flavor;
import io.ecsim.inventory.Inventory;
import io.ecsim.pack.Prompt;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.Tx;
import java.util.function.BiFunction;

/** What keeps servers going: {@code ecs-lifecycle.md} b.15. */
public record UpkeepOperations(ServerTable table, Inventory inventory, Redeployments redeployments)
    implements ServerUpkeepApi {
  private static final String TRUE = "true";
  private static final String FALSE = "false";

  @Override
  public JobIdResponse migrateServer(Call call, String serverId, MigrateServerRequest body) {
    String asked = body.migrate() == null ? null : body.migrate().dedicatedHostId();
    String host = asked == null || asked.isEmpty() ? null : asked;
    return begin(
        call,
        serverId,
        (tx, ref) -> Plan.of(table.upkeep.migrate, ref, host).called("migrateServer"));
  }

  @Override
  public JobIdResponse executeServerRedeploy(Call call, String serverId) {
    return begin(call, serverId, redeployments::of);
  }

  private JobIdResponse begin(Call call, String id, BiFunction<Tx, Ref, Plan> plan) {
    return call.transact(
        tx -> {
          Ref ref = tx.state().require(table.servers, call.project(), id).ref();
          return new JobIdResponse(tx.begin(plan.apply(tx, ref)).id());
        });
  }

  @Override
  public void executeServerDump(Call call, String serverId) {
    Prompt.begin(
        call,
        tx -> {
          Ref ref = tx.state().require(table.servers, call.project(), serverId).ref();
          return Plan.of(table.upkeep.dump, ref, null);
        });
  }

  @Override
  public SupportAutoRecoveryBody showServerAutoRecovery(Call call, String serverId) {
    Server server = call.glance().require(table.servers, call.project(), serverId).spec();
    boolean on = recoverable(server) && !Boolean.FALSE.equals(server.recovery());
    return new SupportAutoRecoveryBody(on ? TRUE : FALSE);
  }

  @Override
  public void registerServerAutoRecovery(Call call, String serverId, SupportAutoRecoveryBody body) {
    boolean on = TRUE.equals(body.supportAutoRecovery());
    call.transact(
        tx -> {
          Resource<Server> server = tx.state().require(table.servers, call.project(), serverId);
          if (on) {
            check(server.spec());
          }
          return tx.change(
              table.servers, server.ref(), spec -> spec.with(draft -> draft.recovery = on));
        });
  }

  private void check(Server server) {
    if (Charging.of(server) == Charging.SPOT) {
      throw new ApiError("Ecs.0705", "A spot server has no automatic recovery.");
    }
    if (!recoverable(server)) {
      throw new ApiError(
          "Ecs.0036",
          "The flavor %s has no automatic recovery.".formatted(server.build().flavorId()));
    }
  }

  private boolean recoverable(Server server) {
    Flavor flavor = inventory.flavor(server.build().flavorId());
    return flavor != null && "autorecovery".equals(flavor.extraSpecs().get("cond:compute"));
  }
}

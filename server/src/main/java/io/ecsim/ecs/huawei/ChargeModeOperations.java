package io.ecsim.ecs.huawei;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.ecs.ChangeServerChargeModeRequest;
import io.ecsim.api.ecs.ChangeServerChargeModeResponse;
import io.ecsim.api.ecs.PrepaidOptions;
import io.ecsim.api.ecs.ServerChargeModesApi;
import io.ecsim.ecs.create.MemberTable;
import io.ecsim.ecs.order.Purchases;
import io.ecsim.ecs.order.Terms;
import io.ecsim.ecs.server.Conversion;
import io.ecsim.ecs.server.Neighbours;
import io.ecsim.ecs.server.Rehearsal;
import io.ecsim.ecs.server.ServerTable;
import io.ecsim.pack.Disks;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.State;
import io.ecsim.sim.Tx;
import java.util.List;

/** From pay-per-use to month or year, by an order: {@code ecs-lifecycle.md} b.15. */
public record ChargeModeOperations(Neighbours cloud, ServerTable table)
    implements ServerChargeModesApi {

  @Override
  public ChangeServerChargeModeResponse changeServerChargeMode(
      Call call, ChangeServerChargeModeRequest body) {
    PrepaidOptions options = body.prepaidOptions();
    if (options == null) {
      throw new ApiError("Ecs.0005", "prepaid_options is missing.");
    }
    Terms terms = Terms.of(options);
    if (Boolean.TRUE.equals(body.dryRun())) {
      Rehearsal.of(call, tx -> order(tx, call, body, terms));
      return new ChangeServerChargeModeResponse(null);
    }
    return new ChangeServerChargeModeResponse(call.transact(tx -> order(tx, call, body, terms)));
  }

  private String order(Tx tx, Call call, ChangeServerChargeModeRequest body, Terms terms) {
    var purchases = new Purchases(cloud.orders());
    String order = purchases.id(tx, call.project());
    boolean dataDisks = Boolean.TRUE.equals(body.prepaidOptions().includeDataDisks());
    List<Ref> servers =
        body.serverIds().stream()
            .distinct()
            .<Ref>map(id -> tx.state().require(table.servers, call.project(), id).ref())
            .toList();
    if (servers.stream().anyMatch(server -> hasAddress(tx.state(), server))) {
      MemberTable.PREPAID.check(body.prepaidOptions());
    }
    List<Plan> plans =
        servers.stream()
            .map(ref -> Plan.of(table.charging.subscribe, ref, new Conversion(order, dataDisks)))
            .toList();
    tx.rehearse(() -> plans.forEach(tx::begin));
    List<Ref> disks =
        servers.stream()
            .flatMap(server -> cloud.disks().of(tx.state(), server).stream())
            .filter(disk -> dataDisks || disk.bootIndex() == 0)
            .map(Disks.Attached::ref)
            .toList();
    purchases.place(
        tx, order, call.project(), terms, servers, disks, Plan.together("changeChargeMode", plans));
    return order;
  }

  private boolean hasAddress(State state, Ref server) {
    return cloud.networks().of(state, server).stream()
        .anyMatch(card -> cloud.addresses().of(state, card.port()) != null);
  }
}

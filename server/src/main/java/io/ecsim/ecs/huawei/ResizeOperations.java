package io.ecsim.ecs.huawei;

import io.ecsim.api.Call;
import io.ecsim.api.Reply;
import io.ecsim.api.ecs.BatchResizeServersRequest;
import io.ecsim.api.ecs.BatchResizeServersResponse;
import io.ecsim.api.ecs.CpuOptions;
import io.ecsim.api.ecs.JobIdResponse;
import io.ecsim.api.ecs.ListResizeFlavorsNovaPathQuery;
import io.ecsim.api.ecs.ListResizeFlavorsNovaPathResponse;
import io.ecsim.api.ecs.ListResizeFlavorsQuery;
import io.ecsim.api.ecs.ListResizeFlavorsResponse;
import io.ecsim.api.ecs.Resize;
import io.ecsim.api.ecs.ResizePostPaidServerRequest;
import io.ecsim.api.ecs.ResizeServerRequest;
import io.ecsim.api.ecs.ResizeServerResponse;
import io.ecsim.api.ecs.ServerId;
import io.ecsim.api.ecs.ServerResizingApi;
import io.ecsim.ecs.change.Resizes;
import io.ecsim.ecs.create.MemberTable;
import io.ecsim.ecs.create.Unmodelled;
import io.ecsim.ecs.order.Purchases;
import io.ecsim.ecs.order.Terms;
import io.ecsim.ecs.server.FlavorRules;
import io.ecsim.ecs.server.Rehearsal;
import io.ecsim.ecs.server.Server;
import io.ecsim.ecs.server.ServerTable;
import io.ecsim.inventory.Inventory;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.Tx;
import java.util.List;

/** Other flavors for servers: {@code ecs-lifecycle.md} b.6, {@code ecs-schemas.md} 4. */
public record ResizeOperations(
    ServerTable table, Resizes resizes, Purchases purchases, Inventory inventory, FlavorRules rules)
    implements ServerResizingApi {
  private static final String KIND = "resizeServer";
  private static final int ACCEPTED = 202;

  @Override
  public Reply<JobIdResponse> resizePostPaidServer(
      Call call, String serverId, ResizePostPaidServerRequest body) {
    var asked = body.resize();
    var wish =
        new Resizes.Wish(
            asked.flavorRef(),
            asked.dedicatedHostId(),
            threads(asked.cpuOptions()),
            Mode.stopping(asked.mode()));
    String job = begin(call, serverId, wish, body.dryRun());
    return job == null ? Reply.of(ACCEPTED, null) : Reply.of(new JobIdResponse(job));
  }

  @Override
  public Reply<ResizeServerResponse> resizeServer(
      Call call, String serverId, ResizeServerRequest body) {
    var asked = body.resize();
    var wish =
        new Resizes.Wish(
            asked.flavorRef(),
            asked.dedicatedHostId(),
            threads(asked.cpuOptions()),
            Mode.stopping(asked.mode()));
    boolean paid = Terms.arePaid(asked.extendparam());
    if (Boolean.TRUE.equals(body.dryRun())) {
      Rehearsal.of(call, tx -> resize(tx, call, serverId, wish, paid));
      return Reply.of(ACCEPTED, null);
    }
    return Reply.of(call.transact(tx -> resize(tx, call, serverId, wish, paid)));
  }

  /**
   * A prepaid server gets its flavor by an order. The real provider reads the id of the job and
   * waits for that, whatever is ordered: {@code terraform-huaweicloud.md} 2.1.
   */
  private ResizeServerResponse resize(
      Tx tx, Call call, String id, Resizes.Wish wish, boolean paid) {
    Resource<Server> server = tx.state().require(table.servers, call.project(), id);
    if (!server.spec().tariff().byPeriod()) {
      return new ResizeServerResponse(begin(tx, call, id, wish), null);
    }
    Plan work = resizes.ordered(tx, KIND, server.ref(), wish);
    String order = purchases.change(tx, paid, server.ref(), work);
    return new ResizeServerResponse(Purchases.job(order), order);
  }

  private static Integer threads(CpuOptions asked) {
    return asked == null ? null : asked.cpuThreads();
  }

  private String begin(Call call, String id, Resizes.Wish wish, Boolean dryRun) {
    if (Boolean.TRUE.equals(dryRun)) {
      Rehearsal.of(call, tx -> begin(tx, call, id, wish));
      return null;
    }
    return call.transact(tx -> begin(tx, call, id, wish));
  }

  private String begin(Tx tx, Call call, String id, Resizes.Wish wish) {
    Ref ref = tx.state().require(table.servers, call.project(), id).ref();
    return tx.begin(resizes.confirmed(tx, KIND, ref, wish)).id();
  }

  @Override
  public ListResizeFlavorsResponse listResizeFlavors(Call call, ListResizeFlavorsQuery query) {
    return new ListResizeFlavorsResponse(
        flavors()
            .of(
                call,
                new ResizeFlavors.Question(
                    query.instanceUuid(),
                    or(query.sourceFlavorId(), query.sourceFlavorName()),
                    query.sortKey(),
                    query.sortDir(),
                    query.limit(),
                    query.marker())));
  }

  @Override
  public ListResizeFlavorsNovaPathResponse listResizeFlavorsNovaPath(
      Call call, ListResizeFlavorsNovaPathQuery query) {
    return new ListResizeFlavorsNovaPathResponse(
        flavors()
            .of(
                call,
                new ResizeFlavors.Question(
                    query.instanceUuid(),
                    or(query.sourceFlavorId(), query.sourceFlavorName()),
                    query.sortKey(),
                    query.sortDir(),
                    query.limit(),
                    query.marker())));
  }

  private ResizeFlavors flavors() {
    return new ResizeFlavors(table, inventory, rules);
  }

  private static String or(String id, String name) {
    return id == null || id.isEmpty() ? name : id;
  }

  @Override
  public BatchResizeServersResponse batchResizeServers(Call call, BatchResizeServersRequest body) {
    Resize asked = body.resize();
    MemberTable.RESIZE.check(asked);
    var wish =
        new Resizes.Wish(
            asked.flavorRef(), null, threads(asked.cpuOptions()), Mode.stopping(asked.mode()));
    return call.transact(
        tx -> {
          asked.servers().forEach(server -> checkByUse(tx, call, server.id()));
          List<Plan> plans =
              Several.refs(tx, table, call.project(), asked.servers().stream().map(ServerId::id))
                  .map(ref -> resizes.lenient(tx, KIND, ref, wish))
                  .toList();
          return new BatchResizeServersResponse(
              tx.begin(Plan.together("batchResizeServer", plans)).id(), null);
        });
  }

  private void checkByUse(Tx tx, Call call, String id) {
    Resource<Server> server = tx.state().find(table.servers, call.project(), id);
    Unmodelled.refuse(
        server != null && server.spec().tariff().byPeriod(),
        "batch-resize of the prepaid server " + id);
  }
}

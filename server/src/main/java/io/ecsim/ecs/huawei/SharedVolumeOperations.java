package io.ecsim.ecs.huawei;

import io.ecsim.api.Call;
import io.ecsim.api.ecs.BatchAttachSharableVolumesRequest;
import io.ecsim.api.ecs.BatchDetachVolumesRequest;
import io.ecsim.api.ecs.JobIdResponse;
import io.ecsim.api.ecs.SharedVolumesApi;
import io.ecsim.ecs.server.Attaching;
import io.ecsim.ecs.server.ServerTable;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Tx;
import java.util.List;

/**
 * One disk of several servers: {@code ecs-api.csv}, BatchAttachSharableVolumes. As with other
 * actions on several servers, each has its own sub job, and any unknown server refuses the whole
 * request.
 */
public record SharedVolumeOperations(ServerTable table, Attaching attaching)
    implements SharedVolumesApi {

  @Override
  public JobIdResponse batchAttachSharableVolumes(
      Call call, String volumeId, BatchAttachSharableVolumesRequest body) {
    Ref disk = disk(call, volumeId);
    return call.transact(
        tx ->
            begin(
                tx,
                "batchAttachVolume",
                body.serverinfo().stream()
                    .map(
                        place ->
                            attaching
                                .plan(
                                    tx.state(),
                                    server(tx, call, place.serverId()),
                                    disk,
                                    place.device())
                                .called("attachVolume"))
                    .toList()));
  }

  @Override
  public JobIdResponse batchDetachVolumes(
      Call call, String volumeId, BatchDetachVolumesRequest body) {
    Ref disk = disk(call, volumeId);
    return call.transact(
        tx ->
            begin(
                tx,
                "batchDetachVolume",
                body.serverinfo().stream()
                    .map(id -> attaching.undone(tx.state(), server(tx, call, id), disk))
                    .map(plan -> plan.called("detachVolume"))
                    .toList()));
  }

  /** One after the other, for the disk is busy meanwhile. */
  private static JobIdResponse begin(Tx tx, String name, List<Plan> plans) {
    List<Plan> each = plans.size() == 1 ? plans : plans.stream().map(Plan::leniently).toList();
    return new JobIdResponse(tx.begin(Plan.inOrder(name, each)).id());
  }

  private static Ref disk(Call call, String id) {
    return new Ref("volume", call.project(), id);
  }

  private Ref server(Tx tx, Call call, String id) {
    return tx.state().require(table.servers, call.project(), id).ref();
  }
}

package io.ecsim.evs.huawei;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.evs.BatchResizeVolumesRequest;
import io.ecsim.api.evs.BssParam;
import io.ecsim.api.evs.JobIdAndOrderIdResponse;
import io.ecsim.api.evs.ModifyVolumeQoSRequest;
import io.ecsim.api.evs.ModifyVolumeQoSResponse;
import io.ecsim.api.evs.OsRetype;
import io.ecsim.api.evs.ResizeVolumeRequest;
import io.ecsim.api.evs.Result;
import io.ecsim.api.evs.RetypeVolumeRequest;
import io.ecsim.api.evs.UnsubscribePostpaidVolumeItem;
import io.ecsim.api.evs.UnsubscribePostpaidVolumeRequest;
import io.ecsim.api.evs.VolumeActionsApi;
import io.ecsim.evs.disk.Growth;
import io.ecsim.evs.disk.NewSize;
import io.ecsim.evs.disk.Performance;
import io.ecsim.evs.disk.Retyping;
import io.ecsim.evs.disk.Tuning;
import io.ecsim.evs.disk.VolumeTable;
import io.ecsim.evs.order.Purchases;
import io.ecsim.evs.order.Subscriptions;
import io.ecsim.evs.order.Terms;
import io.ecsim.pack.Orders;
import io.ecsim.pack.Problem;
import io.ecsim.sim.Job;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Refusal;
import io.ecsim.sim.Tx;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Actions on a disk: it can be extended, and get another type or other performance. */
public final class ActionOperations implements VolumeActionsApi {
  private static final int MOST_UNSUBSCRIBED = 60;

  private final Growth growth;
  private final Tuning tuning;
  private final Purchases purchases;
  private final Subscriptions subscriptions;
  private final Orders orders;

  public ActionOperations(
      Growth growth,
      Tuning tuning,
      Purchases purchases,
      Subscriptions subscriptions,
      Orders orders) {
    this.growth = growth;
    this.tuning = tuning;
    this.purchases = purchases;
    this.subscriptions = subscriptions;
    this.orders = orders;
  }

  @Override
  public JobIdAndOrderIdResponse resizeVolume(
      Call call, String volumeId, ResizeVolumeRequest body) {
    return extend(call, volumeId, body);
  }

  @Override
  public JobIdAndOrderIdResponse resizeVolumeDeprecatedV2(
      Call call, String volumeId, ResizeVolumeRequest body) {
    return extend(call, volumeId, body);
  }

  @Override
  public JobIdAndOrderIdResponse retypeVolume(
      Call call, String volumeId, RetypeVolumeRequest body) {
    OsRetype wanted = body.osRetype();
    var to = new Retyping(wanted.newType(), wanted.iops(), wanted.throughput());
    String project = call.project();
    return call.transact(
        tx ->
            tx.state().require(VolumeTable.VOLUMES, project, volumeId).spec().prepaid()
                ? ordered(purchases.retype(tx, project, volumeId, to, paid(body.bssParam())))
                : begun(tuning.retype(tx, project, volumeId, to)));
  }

  @Override
  public ModifyVolumeQoSResponse modifyVolumeQoS(
      Call call, String volumeId, ModifyVolumeQoSRequest body) {
    var wanted = new Performance(body.qosModify().iops(), body.qosModify().throughput());
    Job job = call.transact(tx -> tuning.perform(tx, call.project(), volumeId, wanted));
    return new ModifyVolumeQoSResponse(job.id());
  }

  private JobIdAndOrderIdResponse extend(Call call, String id, ResizeVolumeRequest body) {
    var wanted = new NewSize(id, body.osExtend().newSize());
    String project = call.project();
    return call.transact(
        tx ->
            Growth.isPrepaid(tx.state(), project, wanted)
                ? ordered(purchases.extend(tx, project, List.of(wanted), paid(body.bssParam())))
                : begun(growth.begin(tx, project, wanted)));
  }

  private static boolean paid(BssParam asked) {
    return asked != null && Terms.isTrue(asked.isAutoPay());
  }

  private static JobIdAndOrderIdResponse begun(Job job) {
    return new JobIdAndOrderIdResponse(job.id(), null);
  }

  private static JobIdAndOrderIdResponse ordered(String order) {
    return new JobIdAndOrderIdResponse(null, order);
  }

  /** All of them or none: a job for those that are paid for by use, an order for the others. */
  @Override
  public JobIdAndOrderIdResponse batchResizeVolumes(Call call, BatchResizeVolumesRequest body) {
    String project = call.project();
    boolean paid = body.bssParam() != null && Terms.isTrue(body.bssParam().isAutoPay());
    List<NewSize> all =
        body.volumes().stream().map(one -> new NewSize(one.id(), one.newSize())).toList();
    return call.transact(
        tx -> {
          Map<Boolean, List<NewSize>> parts =
              all.stream()
                  .collect(
                      Collectors.partitioningBy(
                          wanted -> Growth.isPrepaid(tx.state(), project, wanted)));
          return new JobIdAndOrderIdResponse(
              parts.get(false).isEmpty()
                  ? null
                  : growth.beginAll(tx, project, parts.get(false)).id(),
              parts.get(true).isEmpty()
                  ? null
                  : purchases.extend(tx, project, parts.get(true), paid));
        });
  }

  /** Each disk for itself: what is wrong with one is told of it, and does not hinder the others. */
  @Override
  public List<UnsubscribePostpaidVolumeItem> unsubscribePostpaidVolume(
      Call call, UnsubscribePostpaidVolumeRequest body) {
    if (body.volumeIds().size() > MOST_UNSUBSCRIBED) {
      throw new ApiError(
          "EVS.2228",
          "volume_ids names %s disks; %s are allowed."
              .formatted(body.volumeIds().size(), MOST_UNSUBSCRIBED));
    }
    return List.of(
        new UnsubscribePostpaidVolumeItem(
            call.transact(
                tx ->
                    body.volumeIds().stream()
                        .distinct()
                        .map(id -> unsubscribed(tx, call.project(), id))
                        .toList())));
  }

  /** What a fault rule refuses is the request: an order may be placed then, which must go. */
  private Result unsubscribed(Tx tx, String project, String id) {
    Problem problem = subscriptions.problem(tx.state(), project, id);
    if (problem != null) {
      return refused(id, problem.code(), problem.message());
    }
    try {
      var disk = new Ref(VolumeTable.VOLUMES.type(), project, id);
      return new Result(null, subscriptions.unsubscribe(tx, orders, disk, Set.of()), "SUCCESS", id);
    } catch (Refusal refusal) {
      if (refusal.struck() != null) {
        throw refusal;
      }
      return refused(id, refusal.code(), refusal.getMessage());
    }
  }

  private static Result refused(String id, String code, String why) {
    return new Result(code + ": " + why, null, "FAIL", id);
  }
}

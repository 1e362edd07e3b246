package io.ecsim.evs.huawei;

import io.ecsim.api.Call;
import io.ecsim.api.evs.JobIdAndOrderIdResponse;
import io.ecsim.api.evs.ModifyVolumeQoSRequest;
import io.ecsim.api.evs.ModifyVolumeQoSResponse;
import io.ecsim.api.evs.OsRetype;
import io.ecsim.api.evs.ResizeVolumeRequest;
import io.ecsim.api.evs.RetypeVolumeRequest;
import io.ecsim.api.evs.VolumeActionsApi;
import io.ecsim.evs.disk.Growth;
import io.ecsim.evs.disk.Performance;
import io.ecsim.evs.disk.Retyping;
import io.ecsim.evs.disk.Tuning;
import io.ecsim.sim.Job;

/** Actions on a disk: it can be extended, and get another type or other performance. */
public final class ActionOperations implements VolumeActionsApi {
  private final Growth growth;
  private final Tuning tuning;

  public ActionOperations(Growth growth, Tuning tuning) {
    this.growth = growth;
    this.tuning = tuning;
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
    Job job = call.transact(tx -> tuning.retype(tx, call.project(), volumeId, to));
    return new JobIdAndOrderIdResponse(job.id(), null);
  }

  @Override
  public ModifyVolumeQoSResponse modifyVolumeQoS(
      Call call, String volumeId, ModifyVolumeQoSRequest body) {
    var wanted = new Performance(body.qosModify().iops(), body.qosModify().throughput());
    Job job = call.transact(tx -> tuning.perform(tx, call.project(), volumeId, wanted));
    return new ModifyVolumeQoSResponse(job.id());
  }

  private JobIdAndOrderIdResponse extend(Call call, String id, ResizeVolumeRequest body) {
    Job job = call.transact(tx -> growth.begin(tx, call.project(), id, body.osExtend().newSize()));
    return new JobIdAndOrderIdResponse(job.id(), null);
  }
}

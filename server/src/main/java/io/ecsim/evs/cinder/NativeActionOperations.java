package io.ecsim.evs.cinder;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.Reply;
import io.ecsim.api.evs.CinderAttachVolumeRequest;
import io.ecsim.api.evs.CinderBeginDetachingRequest;
import io.ecsim.api.evs.CinderDetachVolumeRequest;
import io.ecsim.api.evs.CinderExtendVolumeRequest;
import io.ecsim.api.evs.CinderForceDeleteVolumeRequest;
import io.ecsim.api.evs.CinderForceDetachVolumeRequest;
import io.ecsim.api.evs.CinderOsResetStatus;
import io.ecsim.api.evs.CinderReserveVolumeRequest;
import io.ecsim.api.evs.CinderResetVolumeStatusRequest;
import io.ecsim.api.evs.CinderRetypeVolumeRequest;
import io.ecsim.api.evs.CinderRollDetachingRequest;
import io.ecsim.api.evs.CinderSetBootableRequest;
import io.ecsim.api.evs.CinderUnreserveVolumeRequest;
import io.ecsim.api.evs.CinderUpdateReadonlyFlagRequest;
import io.ecsim.api.evs.CinderUploadVolumeToImageRequest;
import io.ecsim.api.evs.CinderUploadVolumeToImageResponse;
import io.ecsim.api.evs.CinderVolumeActionRequest;
import io.ecsim.api.evs.CinderVolumeActionsApi;
import io.ecsim.evs.disk.Deletion;
import io.ecsim.evs.disk.Growth;
import io.ecsim.evs.disk.JobType;
import io.ecsim.evs.disk.NewSize;
import io.ecsim.evs.disk.Retyping;
import io.ecsim.evs.disk.Texts;
import io.ecsim.evs.disk.Tuning;
import io.ecsim.evs.disk.Volume;
import io.ecsim.evs.disk.VolumeStatus;
import io.ecsim.evs.disk.VolumeTable;
import io.ecsim.evs.view.NativeWords;
import io.ecsim.pack.Prompt;
import io.ecsim.sim.Edge;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Resource;
import io.ecsim.sim.Tx;
import java.util.List;

/** Native actions on disks: {@code evs-lifecycle.md} b.1, {@code evs-schemas.md} 3. */
public final class NativeActionOperations implements CinderVolumeActionsApi {
  private static final int OK = 200;
  private static final int ACCEPTED = 202;

  private final Growth growth;
  private final Tuning tuning;
  private final NativeAttaching attaching;
  private final NativeUpload upload;

  public NativeActionOperations(
      Growth growth, Tuning tuning, NativeAttaching attaching, NativeUpload upload) {
    this.growth = growth;
    this.tuning = tuning;
    this.attaching = attaching;
    this.upload = upload;
  }

  @Override
  public Reply<CinderUploadVolumeToImageResponse> cinderVolumeActionV2(
      Call call, String volumeId, CinderVolumeActionRequest body) {
    return act(call, volumeId, body);
  }

  @Override
  public Reply<CinderUploadVolumeToImageResponse> cinderVolumeActionV3(
      Call call, String volumeId, CinderVolumeActionRequest body) {
    return act(call, volumeId, body);
  }

  private Reply<CinderUploadVolumeToImageResponse> act(
      Call call, String id, CinderVolumeActionRequest body) {
    if (body instanceof CinderUploadVolumeToImageRequest wanted) {
      return Reply.of(
          ACCEPTED,
          NativeWords.in(call, () -> upload.begin(call, id, wanted.osVolumeUploadImage())));
    }
    NativeWords.change(
        call, tx -> act(tx, tx.state().require(VolumeTable.VOLUMES, call.project(), id), body));
    return Reply.of(body instanceof CinderSetBootableRequest ? OK : ACCEPTED, null);
  }

  private void act(Tx tx, Resource<Volume> disk, CinderVolumeActionRequest body) {
    if (body instanceof CinderExtendVolumeRequest extend) {
      growth.begin(tx, disk.ref().project(), new NewSize(disk.id(), extend.osExtend().newSize()));
    } else if (body instanceof CinderAttachVolumeRequest attach) {
      attaching.attach(tx, disk, attach.osAttach());
    } else if (body instanceof CinderDetachVolumeRequest detach) {
      attaching.detach(tx, disk, detach.osDetach());
    } else if (body instanceof CinderReserveVolumeRequest) {
      begin(tx, VolumeTable.RESERVE, disk, null);
    } else if (body instanceof CinderUnreserveVolumeRequest) {
      NativeAttaching.ifPossible(tx, VolumeTable.UNRESERVE, disk);
    } else if (body instanceof CinderBeginDetachingRequest) {
      begin(tx, VolumeTable.BEGIN_DETACHING, disk, null);
    } else if (body instanceof CinderRollDetachingRequest) {
      NativeAttaching.ifPossible(tx, VolumeTable.ROLL_DETACHING, disk);
    } else if (body instanceof CinderSetBootableRequest set) {
      begin(tx, VolumeTable.SET_BOOTABLE, disk, set.osSetBootable().bootable());
    } else if (body instanceof CinderUpdateReadonlyFlagRequest set) {
      begin(tx, VolumeTable.SET_READONLY, disk, set.osUpdateReadonlyFlag().readonly());
    } else if (body instanceof CinderRetypeVolumeRequest retype) {
      var to = new Retyping(retype.osRetype().newType(), null, null);
      tuning.retype(tx, disk.ref().project(), disk.id(), to);
    } else if (body instanceof CinderForceDeleteVolumeRequest) {
      tx.begin(
          Plan.of(VolumeTable.FORCE_DELETE, disk.ref(), Deletion.ALONE)
              .called(JobType.DELETE.label()));
    } else if (body instanceof CinderResetVolumeStatusRequest reset) {
      reset(tx, disk, reset.osResetStatus());
    } else if (body instanceof CinderForceDetachVolumeRequest detach) {
      NativeAttaching.force(tx, disk, detach.osForceDetach());
    } else {
      throw new ApiError(
          501,
          "ecsim.NotModelled",
          "ecsim does not model %s.".formatted(body.getClass().getSimpleName()));
    }
  }

  private static <A> void begin(Tx tx, Edge<Volume, A> edge, Resource<Volume> disk, A argument) {
    Prompt.over(tx.begin(Plan.of(edge, disk.ref(), argument)));
  }

  /** What an operator does when a disk is stuck; whatever was under way is dropped. */
  private static void reset(Tx tx, Resource<Volume> disk, CinderOsResetStatus wanted) {
    if (wanted.attachStatus() != null || wanted.migrationStatus() != null) {
      throw notModelled("os-reset_status of attach_status or migration_status");
    }
    VolumeStatus status =
        VolumeTable.VOLUMES
            .status(Texts.or(wanted.status(), ""))
            .filter(known -> !known.hidden())
            .orElseThrow(
                () ->
                    new ApiError(
                        "EVS.5400",
                        "status %s is none of %s.".formatted(wanted.status(), words())));
    tx.force(disk.ref(), status);
  }

  private static List<String> words() {
    return VolumeTable.VOLUMES.statuses().stream()
        .filter(status -> !status.hidden())
        .map(VolumeStatus::label)
        .toList();
  }

  private static ApiError notModelled(String what) {
    return new ApiError(
        501, "ecsim.NotModelled", "ecsim does not model %s of a volume.".formatted(what));
  }
}

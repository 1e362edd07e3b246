package io.ecsim.evs.huawei;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.Given;
import io.ecsim.api.evs.CreateVolumeQuery;
import io.ecsim.api.evs.CreateVolumeRequest;
import io.ecsim.api.evs.CreateVolumeResponse;
import io.ecsim.api.evs.CreateVolumesRequest;
import io.ecsim.api.evs.DeleteVolumeQuery;
import io.ecsim.api.evs.JobIdResponse;
import io.ecsim.api.evs.ListVolumesBriefV2Query;
import io.ecsim.api.evs.ListVolumesBriefV2Response;
import io.ecsim.api.evs.ListVolumesQuery;
import io.ecsim.api.evs.ListVolumesResponse;
import io.ecsim.api.evs.SchedulerHints;
import io.ecsim.api.evs.ShowVolumeResponse;
import io.ecsim.api.evs.UpdateVolumeOption;
import io.ecsim.api.evs.UpdateVolumeRequest;
import io.ecsim.api.evs.UpdateVolumeResponse;
import io.ecsim.api.evs.VolumeResponse;
import io.ecsim.api.evs.VolumesApi;
import io.ecsim.evs.disk.Creation;
import io.ecsim.evs.disk.Deletion;
import io.ecsim.evs.disk.JobType;
import io.ecsim.evs.disk.NewVolume;
import io.ecsim.evs.disk.Texts;
import io.ecsim.evs.disk.Volume;
import io.ecsim.evs.disk.VolumeTable;
import io.ecsim.evs.order.Purchases;
import io.ecsim.evs.order.Terms;
import io.ecsim.evs.view.NativeVolumeView;
import io.ecsim.evs.view.NativeWords;
import io.ecsim.evs.view.VolumeView;
import io.ecsim.sim.Job;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Resource;
import io.ecsim.sim.Tx;
import java.util.List;

/** Create, list, show, update, delete. */
public final class VolumeOperations implements VolumesApi {
  private final Creation creation;
  private final Purchases purchases;
  private final VolumeLists lists;
  private final VolumeView view;
  private final NativeVolumeView natively;

  public VolumeOperations(
      Creation creation,
      Purchases purchases,
      VolumeLists lists,
      VolumeView view,
      NativeVolumeView natively) {
    this.creation = creation;
    this.purchases = purchases;
    this.lists = lists;
    this.view = view;
    this.natively = natively;
  }

  @Override
  public CreateVolumeResponse createVolume(
      Call call, CreateVolumeRequest body, CreateVolumeQuery query) {
    checkModelled(body.schedulerHints());
    NewVolume wanted = NewVolume.of(body.volume(), body.serverId());
    String request = "CreateVolume\n" + call.project() + '\n' + body;
    boolean prepaid = Terms.arePrepaid(body.bssParam());
    Creation.Made made =
        call.transact(
            tx ->
                ClientToken.once(
                    tx,
                    query.xClientToken(),
                    request,
                    () ->
                        prepaid
                            ? purchases.create(
                                tx, call.project(), wanted, Terms.of(body.bssParam()))
                            : creation.begin(tx, call.project(), wanted)));
    List<String> disks = wanted.tellsIds() ? made.disks() : null;
    return prepaid
        ? new CreateVolumeResponse(null, made.job(), disks)
        : new CreateVolumeResponse(made.job(), null, disks);
  }

  private static void checkModelled(SchedulerHints hints) {
    if (hints != null && hints.dedicatedStorageId() != null) {
      throw notModelled(
          "OS-SCH-HNT:scheduler_hints.dedicated_storage_id " + hints.dedicatedStorageId());
    }
  }

  private static ApiError notModelled(String what) {
    return new ApiError(
        501, "ecsim.NotModelled", "ecsim does not model CreateVolume with %s.".formatted(what));
  }

  @Override
  public JobIdResponse createVolumesDeprecatedV2(Call call, CreateVolumesRequest body) {
    return create(call, body);
  }

  @Override
  public JobIdResponse createVolumesV3(Call call, CreateVolumesRequest body) {
    return create(call, body);
  }

  private JobIdResponse create(Call call, CreateVolumesRequest body) {
    NewVolume wanted = NewVolume.of(body.volume());
    return new JobIdResponse(call.transact(tx -> creation.begin(tx, call.project(), wanted)).job());
  }

  /** A disk that is being deleted already is not deleted twice: {@code evs-lifecycle.md} b.4. */
  @Override
  public JobIdResponse deleteVolume(Call call, String volumeId, DeleteVolumeQuery query) {
    Job job =
        call.transact(tx -> delete(tx, call.project(), volumeId, Deletion.of(query.cascade())));
    return new JobIdResponse(job.id());
  }

  private static Job delete(Tx tx, String project, String id, Deletion how) {
    Resource<Volume> disk = tx.state().require(VolumeTable.VOLUMES, project, id);
    Job running = tx.state().job(disk.job());
    return running != null && running.edge().equals(VolumeTable.DELETE.name())
        ? running
        : tx.begin(Plan.of(VolumeTable.DELETE, disk.ref(), how).called(JobType.DELETE.label()));
  }

  @Override
  public ListVolumesResponse listVolumes(Call call, ListVolumesQuery query) {
    return lists.detailed(call, query);
  }

  @Override
  public ListVolumesBriefV2Response listVolumesBriefV2(Call call, ListVolumesBriefV2Query query) {
    return lists.brief(call, query);
  }

  @Override
  public ShowVolumeResponse showVolume(Call call, String volumeId) {
    return new ShowVolumeResponse(
        view.detail(call, call.glance().require(VolumeTable.VOLUMES, call.project(), volumeId)));
  }

  @Override
  public VolumeResponse vendorShowVolumeV3(Call call, String volumeId) {
    return NativeWords.in(
        call,
        () ->
            new VolumeResponse(
                natively.detail(
                    call, call.glance().require(VolumeTable.VOLUMES, call.project(), volumeId))));
  }

  @Override
  public UpdateVolumeResponse updateVolume(Call call, String volumeId, UpdateVolumeRequest body) {
    UpdateVolumeOption wanted = body.volume();
    check(wanted.name(), wanted.description());
    call.transact(
        tx -> {
          Resource<Volume> disk = tx.state().require(VolumeTable.VOLUMES, call.project(), volumeId);
          return tx.change(VolumeTable.VOLUMES, disk.ref(), volume -> changed(volume, wanted));
        });
    return view.updated(call, call.glance().require(VolumeTable.VOLUMES, call.project(), volumeId));
  }

  private static void check(Given<String> name, Given<String> description) {
    if (!name.present() && !description.present()) {
      throw new ApiError("EVS.1007", "volume has neither name nor description.");
    }
    Texts.bound("EVS.1003", "name", name.value(), Texts.MOST);
    Texts.bound("EVS.1004", "description", description.value(), Texts.MOST);
  }

  /** A name can be empty but not missing; a description can be both. */
  private static Volume changed(Volume volume, UpdateVolumeOption wanted) {
    return volume
        .edit()
        .name(wanted.name().orElse(volume.name(), ""))
        .description(wanted.description().orElse(volume.description(), null))
        .made();
  }
}

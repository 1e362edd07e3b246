package io.ecsim.evs.cinder;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.ecsim.api.Call;
import io.ecsim.api.evs.CinderCreateVolumeRequest;
import io.ecsim.api.evs.CinderDeleteVolumeV2Query;
import io.ecsim.api.evs.CinderDeleteVolumeV3Query;
import io.ecsim.api.evs.CinderListVolumesDetailV2Query;
import io.ecsim.api.evs.CinderListVolumesDetailV2Response;
import io.ecsim.api.evs.CinderListVolumesDetailV3Query;
import io.ecsim.api.evs.CinderListVolumesDetailV3Response;
import io.ecsim.api.evs.CinderListVolumesResponse;
import io.ecsim.api.evs.CinderListVolumesV2Query;
import io.ecsim.api.evs.CinderListVolumesV3Query;
import io.ecsim.api.evs.CinderShowVolumeV2Response;
import io.ecsim.api.evs.CinderShowVolumesSummaryV3Query;
import io.ecsim.api.evs.CinderShowVolumesSummaryV3Response;
import io.ecsim.api.evs.CinderUpdateVolumeOption;
import io.ecsim.api.evs.CinderUpdateVolumeRequest;
import io.ecsim.api.evs.CinderVolumeResponse;
import io.ecsim.api.evs.CinderVolumeSummaryV3;
import io.ecsim.api.evs.CinderVolumesApi;
import io.ecsim.api.evs.VolumeResponse;
import io.ecsim.evs.disk.Creation;
import io.ecsim.evs.disk.Deletion;
import io.ecsim.evs.disk.JobType;
import io.ecsim.evs.disk.NewVolume;
import io.ecsim.evs.disk.Volume;
import io.ecsim.evs.disk.VolumeTable;
import io.ecsim.evs.view.NativeVolumeView;
import io.ecsim.evs.view.NativeWords;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Resource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Create, list, show, update, delete, natively, versions 2 and 3. */
public final class NativeVolumeOperations implements CinderVolumesApi {
  private final Creation creation;
  private final NativeVolumeView view;
  private final NativeVolumeLists lists = new NativeVolumeLists();

  public NativeVolumeOperations(Creation creation, NativeVolumeView view) {
    this.creation = creation;
    this.view = view;
  }

  @Override
  public CinderVolumeResponse cinderCreateVolumeV2(Call call, CinderCreateVolumeRequest body) {
    return create(call, "v2", body);
  }

  @Override
  public CinderVolumeResponse cinderCreateVolumeV3(Call call, CinderCreateVolumeRequest body) {
    return create(call, "v3", body);
  }

  private CinderVolumeResponse create(Call call, String version, CinderCreateVolumeRequest body) {
    return NativeWords.in(
        call,
        () -> {
          NewVolume wanted = NativeRequest.read(body);
          Creation.Made made = call.transact(tx -> creation.begin(tx, call.project(), wanted));
          return summary(call, version, made.disks().get(0));
        });
  }

  private CinderVolumeResponse summary(Call call, String version, String id) {
    return new CinderVolumeResponse(view.summary(call, version, disk(call, id)));
  }

  private static Resource<Volume> disk(Call call, String id) {
    return call.glance().require(VolumeTable.VOLUMES, call.project(), id);
  }

  @Override
  public CinderListVolumesResponse cinderListVolumesV2(Call call, CinderListVolumesV2Query query) {
    return list(call, NativeListQuery.of(query));
  }

  @Override
  public CinderListVolumesResponse cinderListVolumesV3(Call call, CinderListVolumesV3Query query) {
    return list(call, NativeListQuery.of(query));
  }

  private CinderListVolumesResponse list(Call call, NativeListQuery query) {
    NativePage<Resource<Volume>> page = NativeWords.in(call, () -> lists.page(call, query));
    return new CinderListVolumesResponse(
        page.items().stream().map(disk -> view.brief(call, query.version(), disk)).toList(),
        page.count(),
        page.links());
  }

  @Override
  public CinderListVolumesDetailV2Response cinderListVolumesDetailV2(
      Call call, CinderListVolumesDetailV2Query query) {
    NativePage<Resource<Volume>> page =
        NativeWords.in(call, () -> lists.page(call, NativeListQuery.of(query)));
    return new CinderListVolumesDetailV2Response(
        page.items().stream().map(disk -> view.older(call, disk)).toList(), page.links());
  }

  @Override
  public CinderListVolumesDetailV3Response cinderListVolumesDetailV3(
      Call call, CinderListVolumesDetailV3Query query) {
    NativePage<Resource<Volume>> page =
        NativeWords.in(call, () -> lists.page(call, NativeListQuery.of(query)));
    return new CinderListVolumesDetailV3Response(
        page.items().stream().map(disk -> view.detail(call, disk)).toList(),
        page.count(),
        page.links());
  }

  @Override
  public CinderShowVolumesSummaryV3Response cinderShowVolumesSummaryV3(
      Call call, CinderShowVolumesSummaryV3Query query) {
    List<Volume> disks =
        call.glance()
            .state()
            .all(VolumeTable.VOLUMES, call.project())
            .<Volume>map(Resource::spec)
            .toList();
    int size = disks.stream().mapToInt(Volume::size).sum();
    return new CinderShowVolumesSummaryV3Response(
        new CinderVolumeSummaryV3(size, disks.size(), values(disks)));
  }

  /** All values of each key of metadata, each once. */
  private static Map<String, List<String>> values(List<Volume> disks) {
    return disks.stream()
        .flatMap(disk -> disk.metadata().entrySet().stream())
        .distinct()
        .collect(
            groupingBy(Map.Entry::getKey, TreeMap::new, mapping(Map.Entry::getValue, toList())));
  }

  @Override
  public CinderShowVolumeV2Response cinderShowVolumeV2(Call call, String volumeId) {
    return NativeWords.in(
        call, () -> new CinderShowVolumeV2Response(view.older(call, disk(call, volumeId))));
  }

  @Override
  public VolumeResponse cinderShowVolumeV3(Call call, String volumeId) {
    return NativeWords.in(call, () -> new VolumeResponse(view.detail(call, disk(call, volumeId))));
  }

  @Override
  public CinderVolumeResponse cinderUpdateVolumeV2(
      Call call, String volumeId, CinderUpdateVolumeRequest body) {
    return update(call, "v2", volumeId, body.volume());
  }

  @Override
  public CinderVolumeResponse cinderUpdateVolumeV3(
      Call call, String volumeId, CinderUpdateVolumeRequest body) {
    return update(call, "v3", volumeId, body.volume());
  }

  private CinderVolumeResponse update(
      Call call, String version, String id, CinderUpdateVolumeOption wanted) {
    return NativeWords.in(
        call,
        () -> {
          NativeUpdate update = NativeUpdate.of(wanted);
          call.transact(
              tx -> {
                Resource<Volume> disk = tx.state().require(VolumeTable.VOLUMES, call.project(), id);
                if (update.metadata() != null) {
                  NativeMetadata.replace(tx, disk, update.metadata());
                }
                return tx.change(VolumeTable.VOLUMES, disk.ref(), update::apply);
              });
          return summary(call, version, id);
        });
  }

  @Override
  public void cinderDeleteVolumeV2(Call call, String volumeId, CinderDeleteVolumeV2Query query) {
    delete(call, volumeId, Deletion.of(query.cascade()));
  }

  @Override
  public void cinderDeleteVolumeV3(Call call, String volumeId, CinderDeleteVolumeV3Query query) {
    delete(call, volumeId, Deletion.of(query.cascade()));
  }

  private static void delete(Call call, String id, Deletion how) {
    NativeWords.in(
        call,
        () ->
            call.transact(
                tx -> {
                  Resource<Volume> disk =
                      tx.state().require(VolumeTable.VOLUMES, call.project(), id);
                  return tx.begin(
                      Plan.of(VolumeTable.DELETE, disk.ref(), how).called(JobType.DELETE.label()));
                }));
  }
}

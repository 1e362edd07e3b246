package io.ecsim.evs.cinder;

import io.ecsim.api.Call;
import io.ecsim.api.evs.CinderCreateSnapshotOption;
import io.ecsim.api.evs.CinderCreateSnapshotRequest;
import io.ecsim.api.evs.CinderCreateSnapshotResponse;
import io.ecsim.api.evs.CinderListSnapshotsDetailV2Query;
import io.ecsim.api.evs.CinderListSnapshotsDetailV2Response;
import io.ecsim.api.evs.CinderListSnapshotsDetailV3Query;
import io.ecsim.api.evs.CinderListSnapshotsDetailV3Response;
import io.ecsim.api.evs.CinderListSnapshotsResponse;
import io.ecsim.api.evs.CinderListSnapshotsV2Query;
import io.ecsim.api.evs.CinderListSnapshotsV3Query;
import io.ecsim.api.evs.CinderShowSnapshotV3Response;
import io.ecsim.api.evs.CinderSnapshotResponse;
import io.ecsim.api.evs.CinderSnapshotsApi;
import io.ecsim.api.evs.CinderUpdateSnapshotOption;
import io.ecsim.api.evs.CinderUpdateSnapshotRequest;
import io.ecsim.evs.disk.NewSnapshot;
import io.ecsim.evs.disk.Snapshot;
import io.ecsim.evs.disk.SnapshotTable;
import io.ecsim.evs.disk.Snapshots;
import io.ecsim.evs.view.NativeWords;
import io.ecsim.evs.view.SnapshotQuery;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;

/** Snapshots as the native family of the API deals with them, versions 2 and 3 alike. */
public final class NativeSnapshotOperations implements CinderSnapshotsApi {
  private final Snapshots snapshots;
  private final NativeSnapshotView view;

  public NativeSnapshotOperations(Snapshots snapshots, NativeSnapshotView view) {
    this.snapshots = snapshots;
    this.view = view;
  }

  @Override
  public CinderCreateSnapshotResponse cinderCreateSnapshotV2(
      Call call, CinderCreateSnapshotRequest body) {
    return create(call, body.snapshot());
  }

  @Override
  public CinderCreateSnapshotResponse cinderCreateSnapshotV3(
      Call call, CinderCreateSnapshotRequest body) {
    return create(call, body.snapshot());
  }

  private CinderCreateSnapshotResponse create(Call call, CinderCreateSnapshotOption wanted) {
    NewSnapshot asked =
        NewSnapshot.of(
            wanted.volumeId(),
            wanted.name(),
            wanted.description(),
            wanted.force(),
            wanted.metadata());
    return NativeWords.in(
        call,
        () -> {
          Ref made = call.transact(tx -> snapshots.create(tx, call.project(), asked)).ref();
          return new CinderCreateSnapshotResponse(view.brief(find(call, made.id())));
        });
  }

  @Override
  public CinderListSnapshotsResponse cinderListSnapshotsV2(
      Call call, CinderListSnapshotsV2Query query) {
    return NativeWords.in(call, () -> list(call, SnapshotQuery.of(query), "/v2/"));
  }

  @Override
  public CinderListSnapshotsResponse cinderListSnapshotsV3(
      Call call, CinderListSnapshotsV3Query query) {
    return NativeWords.in(call, () -> list(call, SnapshotQuery.of(query), "/v3/"));
  }

  private CinderListSnapshotsResponse list(Call call, SnapshotQuery query, String version) {
    var page =
        NativeSnapshotLists.of(call, query, version + call.project() + "/snapshots", view::brief);
    return new CinderListSnapshotsResponse(page.items(), page.count(), page.links());
  }

  @Override
  public CinderListSnapshotsDetailV2Response cinderListSnapshotsDetailV2(
      Call call, CinderListSnapshotsDetailV2Query query) {
    return NativeWords.in(
        call,
        () -> {
          var page =
              NativeSnapshotLists.of(
                  call,
                  SnapshotQuery.of(query),
                  "/v2/" + call.project() + "/snapshots/detail",
                  view::detail);
          return new CinderListSnapshotsDetailV2Response(page.items(), page.links());
        });
  }

  @Override
  public CinderListSnapshotsDetailV3Response cinderListSnapshotsDetailV3(
      Call call, CinderListSnapshotsDetailV3Query query) {
    return NativeWords.in(
        call,
        () -> {
          var page =
              NativeSnapshotLists.of(
                  call,
                  SnapshotQuery.of(query),
                  "/v3/" + call.project() + "/snapshots/detail",
                  view::detailV3);
          return new CinderListSnapshotsDetailV3Response(page.items(), page.links(), page.count());
        });
  }

  @Override
  public CinderSnapshotResponse cinderShowSnapshotV2(Call call, String snapshotId) {
    return NativeWords.in(
        call, () -> new CinderSnapshotResponse(view.detail(find(call, snapshotId))));
  }

  @Override
  public CinderShowSnapshotV3Response cinderShowSnapshotV3(Call call, String snapshotId) {
    return NativeWords.in(
        call, () -> new CinderShowSnapshotV3Response(view.detailV3(find(call, snapshotId))));
  }

  private static Resource<Snapshot> find(Call call, String id) {
    return call.glance().require(SnapshotTable.SNAPSHOTS, call.project(), id);
  }

  @Override
  public CinderSnapshotResponse cinderUpdateSnapshotV2(
      Call call, String snapshotId, CinderUpdateSnapshotRequest body) {
    return update(call, snapshotId, body.snapshot());
  }

  @Override
  public CinderSnapshotResponse cinderUpdateSnapshotV3(
      Call call, String snapshotId, CinderUpdateSnapshotRequest body) {
    return update(call, snapshotId, body.snapshot());
  }

  private CinderSnapshotResponse update(Call call, String id, CinderUpdateSnapshotOption wanted) {
    NativeWords.change(
        call, tx -> snapshots.update(tx, call.project(), id, wanted.name(), wanted.description()));
    return cinderShowSnapshotV2(call, id);
  }

  @Override
  public void cinderDeleteSnapshotV2(Call call, String snapshotId) {
    delete(call, snapshotId);
  }

  @Override
  public void cinderDeleteSnapshotV3(Call call, String snapshotId) {
    delete(call, snapshotId);
  }

  private void delete(Call call, String id) {
    NativeWords.change(call, tx -> snapshots.delete(tx, call.project(), id));
  }
}

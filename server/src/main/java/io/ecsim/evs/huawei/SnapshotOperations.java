package io.ecsim.evs.huawei;

import io.ecsim.api.Call;
import io.ecsim.api.evs.CreateSnapshotRequest;
import io.ecsim.api.evs.Link;
import io.ecsim.api.evs.ListSnapshotsQuery;
import io.ecsim.api.evs.ListSnapshotsResponse;
import io.ecsim.api.evs.Restore;
import io.ecsim.api.evs.RollbackSnapshotRequest;
import io.ecsim.api.evs.RollbackSnapshotResponse;
import io.ecsim.api.evs.SnapshotResponse;
import io.ecsim.api.evs.SnapshotsApi;
import io.ecsim.api.evs.UpdateSnapshotOption;
import io.ecsim.api.evs.UpdateSnapshotRequest;
import io.ecsim.evs.disk.NewSnapshot;
import io.ecsim.evs.disk.Snapshot;
import io.ecsim.evs.disk.SnapshotTable;
import io.ecsim.evs.disk.Snapshots;
import io.ecsim.evs.view.ListOrder;
import io.ecsim.evs.view.NativeWords;
import io.ecsim.evs.view.NextLink;
import io.ecsim.evs.view.Page;
import io.ecsim.evs.view.SnapshotFilter;
import io.ecsim.evs.view.SnapshotView;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import java.util.List;

/** Snapshots as the EVS family of the API deals with them: {@code cloudsnapshots}. */
public final class SnapshotOperations implements SnapshotsApi {
  private final Snapshots snapshots;

  public SnapshotOperations(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  @Override
  public SnapshotResponse createSnapshot(Call call, CreateSnapshotRequest body) {
    NewSnapshot wanted = NewSnapshot.of(body.snapshot());
    return NativeWords.in(
        call,
        () -> {
          Ref made = call.transact(tx -> snapshots.create(tx, call.project(), wanted)).ref();
          return showSnapshot(call, made.id());
        });
  }

  @Override
  public ListSnapshotsResponse listSnapshots(Call call, ListSnapshotsQuery query) {
    return NativeWords.in(call, () -> list(call, query));
  }

  private static ListSnapshotsResponse list(Call call, ListSnapshotsQuery query) {
    Page page = Page.of(query.limit(), query.offset(), null);
    List<Resource<Snapshot>> all =
        call.glance()
            .all(SnapshotTable.SNAPSHOTS, call.project())
            .filter(SnapshotFilter.of(query, call.glance().state()))
            .sorted(ListOrder.SNAPSHOTS.of(null, null))
            .toList();
    List<Resource<Snapshot>> shown = page.cut(all, Resource::id);
    shown.forEach(call.glance()::show);
    return new ListSnapshotsResponse(
        all.size(),
        shown.stream().map(SnapshotView::listed).toList(),
        page.more(all, Resource::id) ? List.of(next(call, query, page)) : null);
  }

  private static Link next(Call call, ListSnapshotsQuery query, Page page) {
    return new NextLink(call.baseUrl() + "/v2/" + call.project() + "/cloudsnapshots/detail")
        .with("limit", page.limit())
        .with("offset", page.offset() + page.limit())
        .with("name", query.name())
        .with("status", query.status())
        .with("volume_id", query.volumeId())
        .with("availability_zone", query.availabilityZone())
        .with("id", query.id())
        .with("service_type", query.serviceType())
        .with("enterprise_project_id", query.enterpriseProjectId())
        .made();
  }

  @Override
  public SnapshotResponse showSnapshot(Call call, String snapshotId) {
    return NativeWords.in(
        call,
        () ->
            new SnapshotResponse(
                SnapshotView.detail(
                    call.glance().require(SnapshotTable.SNAPSHOTS, call.project(), snapshotId))));
  }

  @Override
  public SnapshotResponse updateSnapshot(Call call, String snapshotId, UpdateSnapshotRequest body) {
    UpdateSnapshotOption wanted = body.snapshot();
    NativeWords.change(
        call,
        tx ->
            snapshots.update(tx, call.project(), snapshotId, wanted.name(), wanted.description()));
    return showSnapshot(call, snapshotId);
  }

  @Override
  public void deleteSnapshot(Call call, String snapshotId) {
    NativeWords.change(call, tx -> snapshots.delete(tx, call.project(), snapshotId));
  }

  @Override
  public RollbackSnapshotResponse rollbackSnapshot(
      Call call, String snapshotId, RollbackSnapshotRequest body) {
    String volume = body.rollback().volumeId();
    NativeWords.change(call, tx -> snapshots.rollBack(tx, call.project(), snapshotId, volume));
    return new RollbackSnapshotResponse(new Restore(volume));
  }
}

package io.ecsim.evs.snapshot;

import io.ecsim.api.Call;
import io.ecsim.api.evs.CreateSnapshotV5Request;
import io.ecsim.api.evs.CreateSnapshotV5Response;
import io.ecsim.api.evs.JobIdResponse;
import io.ecsim.api.evs.ListSnapshotChainsQuery;
import io.ecsim.api.evs.ListSnapshotChainsResponse;
import io.ecsim.api.evs.ListSnapshotTagsResponse;
import io.ecsim.api.evs.ListSnapshotsDetailsV5Query;
import io.ecsim.api.evs.ListSnapshotsDetailsV5Response;
import io.ecsim.api.evs.RollbackSnapshotRequest;
import io.ecsim.api.evs.SnapshotResponseV5;
import io.ecsim.api.evs.SnapshotsV5Api;
import io.ecsim.api.evs.TagsRequest;
import io.ecsim.api.evs.UpdateSnapshotV5Option;
import io.ecsim.api.evs.UpdateSnapshotV5Request;
import io.ecsim.evs.disk.NewSnapshot;
import io.ecsim.evs.disk.Snapshot;
import io.ecsim.evs.disk.SnapshotChain;
import io.ecsim.evs.disk.SnapshotTable;
import io.ecsim.evs.disk.Snapshots;
import io.ecsim.evs.tag.Tagging;
import io.ecsim.evs.view.ListOrder;
import io.ecsim.evs.view.Page;
import io.ecsim.evs.view.SnapshotFilter;
import io.ecsim.sim.Job;
import io.ecsim.sim.Resource;
import io.ecsim.sim.Tx;
import java.util.List;

/** Snapshots as version 5 of the API deals with them. */
public final class SnapshotV5Operations implements SnapshotsV5Api {
  private static final int CONFLICT = 409;

  private final Snapshots snapshots;
  private final Tagging<Snapshot> tags;

  public SnapshotV5Operations(Snapshots snapshots, Tagging<Snapshot> tags) {
    this.snapshots = snapshots;
    this.tags = tags;
  }

  @Override
  public CreateSnapshotV5Response createSnapshotV5(Call call, CreateSnapshotV5Request body) {
    NewSnapshot wanted = NewSnapshot.of(body.snapshot());
    Job job =
        Collision.as(
            CONFLICT,
            call,
            () -> call.transact(tx -> snapshots.create(tx, call.project(), wanted)));
    return new CreateSnapshotV5Response(job.id(), job.ref().id());
  }

  @Override
  public ListSnapshotsDetailsV5Response listSnapshotsDetailsV5(
      Call call, ListSnapshotsDetailsV5Query query) {
    Page page = Page.of(query.limit(), query.offset(), query.marker());
    List<Resource<Snapshot>> all =
        call.glance()
            .all(SnapshotTable.SNAPSHOTS, call.project())
            .filter(SnapshotFilter.of(query, call.glance().state()))
            .sorted(ListOrder.SNAPSHOTS.of(query.sortKey(), query.sortDir()))
            .toList();
    return new ListSnapshotsDetailsV5Response(
        all.size(),
        page.cut(all, Resource::id).stream()
            .map(call.glance()::show)
            .map(snapshot -> SnapshotV5View.of(call.glance().state(), snapshot))
            .toList());
  }

  @Override
  public SnapshotResponseV5 showSnapshotV5(Call call, String snapshotId) {
    Resource<Snapshot> snapshot =
        call.glance().require(SnapshotTable.SNAPSHOTS, call.project(), snapshotId);
    return new SnapshotResponseV5(SnapshotV5View.of(call.glance().state(), snapshot));
  }

  @Override
  public SnapshotResponseV5 updateSnapshotV5(
      Call call, String snapshotId, UpdateSnapshotV5Request body) {
    call.transact(tx -> update(tx, call.project(), snapshotId, body.snapshot()));
    return showSnapshotV5(call, snapshotId);
  }

  private Resource<Snapshot> update(
      Tx tx, String project, String id, UpdateSnapshotV5Option wanted) {
    boolean texts = wanted.name().present() || wanted.description().present();
    if (texts || wanted.instantAccess() == null) {
      snapshots.update(tx, project, id, wanted.name(), wanted.description());
    }
    if (wanted.instantAccess() != null) {
      snapshots.access(tx, project, id, wanted.instantAccess());
    }
    return tx.state().require(SnapshotTable.SNAPSHOTS, project, id);
  }

  @Override
  public JobIdResponse deleteSnapshotV5(Call call, String snapshotId) {
    Job job = call.transact(tx -> snapshots.delete(tx, call.project(), snapshotId));
    return new JobIdResponse(job.id());
  }

  @Override
  public JobIdResponse rollbackSnapshotV5(
      Call call, String snapshotId, RollbackSnapshotRequest body) {
    String volume = body.rollback().volumeId();
    Job job = call.transact(tx -> snapshots.rollBack(tx, call.project(), snapshotId, volume));
    return new JobIdResponse(job.id());
  }

  @Override
  public ListSnapshotTagsResponse listSnapshotTags(Call call) {
    return tags.listed(call);
  }

  @Override
  public void batchCreateSnapshotTags(Call call, String snapshotId, TagsRequest body) {
    tags.add(call, snapshotId, body.tags());
  }

  @Override
  public void batchDeleteSnapshotTags(Call call, String snapshotId, TagsRequest body) {
    tags.remove(call, snapshotId, body.tags());
  }

  @Override
  public ListSnapshotChainsResponse listSnapshotChains(Call call, ListSnapshotChainsQuery query) {
    Page page = Page.of(query.limit(), null, query.marker());
    List<SnapshotChain> all =
        SnapshotChain.all(call.glance().state(), call.project())
            .filter(chain -> fits(query.id(), chain.id()))
            .filter(chain -> fits(query.volumeId(), chain.disk().id()))
            .filter(chain -> fits(query.category(), SnapshotChain.CATEGORY))
            .toList();
    return new ListSnapshotChainsResponse(
        all.size(), page.cut(all, SnapshotChain::id).stream().map(SnapshotV5View::chain).toList());
  }

  /** A filter that is absent, or an empty text, lets everything through. */
  private static boolean fits(String wanted, String is) {
    return wanted == null || wanted.isEmpty() || wanted.equals(is);
  }
}

package io.ecsim.evs.group;

import io.ecsim.api.Call;
import io.ecsim.api.evs.CreateSnapshotGroupRequest;
import io.ecsim.api.evs.CreateSnapshotGroupResponse;
import io.ecsim.api.evs.JobIdResponse;
import io.ecsim.api.evs.ListSnapshotGroupsDetailQuery;
import io.ecsim.api.evs.ListSnapshotGroupsDetailResponse;
import io.ecsim.api.evs.ListSnapshotTagsResponse;
import io.ecsim.api.evs.SnapshotGroupResponse;
import io.ecsim.api.evs.SnapshotGroupsApi;
import io.ecsim.api.evs.TagsRequest;
import io.ecsim.api.evs.UpdateSnapshotGroupOption;
import io.ecsim.api.evs.UpdateSnapshotGroupRequest;
import io.ecsim.evs.snapshot.Collision;
import io.ecsim.evs.tag.Tagging;
import io.ecsim.evs.view.Page;
import io.ecsim.evs.view.Times;
import io.ecsim.sim.Job;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.List;

/** Groups of snapshots, as clients deal with them: {@code evs-schemas.md} 5.3. */
public final class GroupOperations implements SnapshotGroupsApi {
  private static final int BAD_REQUEST = 400;

  private final Groups groups;
  private final Tagging<SnapshotGroup> tags;

  public GroupOperations(Groups groups, Tagging<SnapshotGroup> tags) {
    this.groups = groups;
    this.tags = tags;
  }

  @Override
  public CreateSnapshotGroupResponse createSnapshotGroup(
      Call call, CreateSnapshotGroupRequest body) {
    Job job =
        Collision.as(
            BAD_REQUEST,
            call,
            () -> call.transact(tx -> groups.create(tx, call.project(), body.snapshotGroup())));
    return new CreateSnapshotGroupResponse(job.id(), job.ref().id());
  }

  @Override
  public ListSnapshotGroupsDetailResponse listSnapshotGroupsDetail(
      Call call, ListSnapshotGroupsDetailQuery query) {
    Page page = Page.of(query.limit(), query.offset(), null);
    State state = call.glance().state();
    List<Resource<SnapshotGroup>> all =
        call.glance()
            .all(GroupTable.GROUPS, call.project())
            .filter(GroupFilter.of(query))
            .sorted(GroupOrder.of(query.sortKey(), query.sortDir(), state))
            .toList();
    return new ListSnapshotGroupsDetailResponse(
        all.size(),
        page.cut(all, Resource::id).stream()
            .map(call.glance()::show)
            .map(GroupOperations::view)
            .toList());
  }

  @Override
  public SnapshotGroupResponse showSnapshotGroup(Call call, String snapshotGroupId) {
    return new SnapshotGroupResponse(
        view(call.glance().require(GroupTable.GROUPS, call.project(), snapshotGroupId)));
  }

  private static io.ecsim.api.evs.SnapshotGroup view(Resource<SnapshotGroup> resource) {
    SnapshotGroup group = resource.spec();
    return io.ecsim.api.evs.SnapshotGroup.builder()
        .id(resource.id())
        .name(group.name())
        .description(group.description())
        .status(resource.status().label())
        .createdAt(Times.created(resource))
        .updatedAt(Times.updated(resource))
        .enterpriseProjectId(group.enterpriseProject())
        .tags(group.tags())
        .serverId(group.server())
        .build();
  }

  @Override
  public SnapshotGroupResponse updateSnapshotGroup(
      Call call, String snapshotGroupId, UpdateSnapshotGroupRequest body) {
    UpdateSnapshotGroupOption wanted = body.snapshotGroup();
    call.transact(
        tx ->
            groups.update(
                tx, call.project(), snapshotGroupId, wanted.name(), wanted.description()));
    return showSnapshotGroup(call, snapshotGroupId);
  }

  @Override
  public JobIdResponse deleteSnapshotGroup(Call call, String snapshotGroupId) {
    Job job = call.transact(tx -> groups.delete(tx, call.project(), snapshotGroupId));
    return new JobIdResponse(job.id());
  }

  @Override
  public ListSnapshotTagsResponse listSnapshotGroupTags(Call call) {
    return tags.listed(call);
  }

  @Override
  public void batchCreateSnapshotGroupTag(Call call, String snapshotGroupId, TagsRequest body) {
    tags.add(call, snapshotGroupId, body.tags());
  }

  @Override
  public void batchDeleteSnapshotGroupTag(Call call, String snapshotGroupId, TagsRequest body) {
    tags.remove(call, snapshotGroupId, body.tags());
  }
}

package io.ecsim.ecs.nova;

import io.ecsim.api.Call;
import io.ecsim.api.ecs.NovaCreateServerGroupQuery;
import io.ecsim.api.ecs.NovaListServerGroupsQuery;
import io.ecsim.api.ecs.NovaListServerGroupsResponse;
import io.ecsim.api.ecs.NovaServerGroup;
import io.ecsim.api.ecs.NovaServerGroupResponse;
import io.ecsim.api.ecs.NovaServerGroupsApi;
import io.ecsim.api.ecs.NovaShowServerGroupQuery;
import io.ecsim.api.ecs.ServerGroupRequest;
import io.ecsim.ecs.group.Groups;
import io.ecsim.ecs.group.ServerGroup;
import io.ecsim.pack.Prompt;
import io.ecsim.sim.Job;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.Map;

/** Server groups, natively: {@code ecs-schemas.md} 13. */
public final class NativeGroupOperations implements NovaServerGroupsApi {
  private final Groups groups;
  private final NativeWords words;

  public NativeGroupOperations(Groups groups) {
    this.groups = groups;
    this.words = new NativeWords(groups.table());
  }

  @Override
  public NovaServerGroupResponse novaCreateServerGroup(
      Call call, ServerGroupRequest body, NovaCreateServerGroupQuery query) {
    var asked = body.serverGroup();
    Job job =
        words.in(
            call,
            "create",
            () ->
                Prompt.begin(
                    call,
                    tx -> groups.created(tx, call.project(), asked.name(), asked.policies())));
    return shown(call, job.ref().id());
  }

  private NovaServerGroupResponse shown(Call call, String id) {
    State state = call.glance().state();
    return new NovaServerGroupResponse(shown(state, groups.require(state, call.project(), id)));
  }

  private NovaServerGroup shown(State state, Resource<ServerGroup> group) {
    String project = group.ref().project();
    return new NovaServerGroup(
        group.id(),
        groups.members(state, project, group.id()).stream().map(Resource::id).toList(),
        Map.of(),
        group.spec().name(),
        group.spec().policies(),
        project,
        groups.inventory().account().userId());
  }

  @Override
  public NovaServerGroupResponse novaShowServerGroup(
      Call call, String serverGroupId, NovaShowServerGroupQuery query) {
    return shown(call, serverGroupId);
  }

  @Override
  public NovaListServerGroupsResponse novaListServerGroups(
      Call call, NovaListServerGroupsQuery query) {
    State state = call.glance().state();
    int limit = query.limit() == null ? 0 : query.limit();
    var page = Page.of(groups.all(state, call.project()), limit, query.marker(), Resource::id);
    return new NovaListServerGroupsResponse(
        page.items().stream().map(group -> shown(state, group)).toList());
  }

  @Override
  public void novaDeleteServerGroup(Call call, String serverGroupId) {
    words.in(
        call,
        "delete",
        () -> Prompt.begin(call, tx -> groups.deleted(tx.state(), call.project(), serverGroupId)));
  }
}

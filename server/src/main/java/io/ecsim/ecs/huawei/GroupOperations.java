package io.ecsim.ecs.huawei;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.ecs.AddServerGroupMemberRequest;
import io.ecsim.api.ecs.BatchAddServerGroupMemberRequest;
import io.ecsim.api.ecs.BatchDeleteServerGroupMemberRequest;
import io.ecsim.api.ecs.DeleteServerGroupMemberRequest;
import io.ecsim.api.ecs.ListServerGroupsQuery;
import io.ecsim.api.ecs.ListServerGroupsResponse;
import io.ecsim.api.ecs.PageInfo;
import io.ecsim.api.ecs.ServerGroup;
import io.ecsim.api.ecs.ServerGroupMemberActionRequest;
import io.ecsim.api.ecs.ServerGroupRequest;
import io.ecsim.api.ecs.ServerGroupResponse;
import io.ecsim.api.ecs.ServerGroupsApi;
import io.ecsim.api.ecs.ServersAndStatusResponse;
import io.ecsim.ecs.group.GroupTable;
import io.ecsim.ecs.group.Groups;
import io.ecsim.pack.Prompt;
import io.ecsim.sim.Listing;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Refusal;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import io.ecsim.sim.Tx;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Server groups: {@code ecs-schemas.md} 13. */
public record GroupOperations(Groups groups) implements ServerGroupsApi {
  /** How many a page holds at most: {@code ecs-schemas.md} 1. */
  private static final int MOST = 1000;

  private static final String SUCCESS = "SUCCESS";
  private static final String FAIL = "FAIL";

  @Override
  public ServerGroupResponse createServerGroup(Call call, ServerGroupRequest body) {
    var asked = body.serverGroup();
    var job =
        Prompt.begin(
            call, tx -> groups.created(tx, call.project(), asked.name(), asked.policies()));
    return showServerGroup(call, job.ref().id());
  }

  @Override
  public ServerGroupResponse showServerGroup(Call call, String serverGroupId) {
    State state = call.glance().state();
    return new ServerGroupResponse(
        shown(state, groups.require(state, call.project(), serverGroupId)));
  }

  private ServerGroup shown(State state, Resource<io.ecsim.ecs.group.ServerGroup> group) {
    List<String> members =
        groups.members(state, group.ref().project(), group.id()).stream()
            .map(Resource::id)
            .toList();
    return new ServerGroup(
        group.id(), members, Map.of(), group.spec().name(), group.spec().policies());
  }

  @Override
  public ListServerGroupsResponse listServerGroups(Call call, ListServerGroupsQuery query) {
    State state = call.glance().state();
    int limit = query.limit() == null || query.limit() == 0 ? MOST : query.limit();
    var page =
        Listing.over(state.roll(GroupTable.GROUPS, call.project())).rest(query.marker(), 0, limit);
    return new ListServerGroupsResponse(
        new PageInfo(page.next()),
        page.items().stream().map(group -> shown(state, group)).toList());
  }

  @Override
  public void deleteServerGroup(Call call, String serverGroupId) {
    Prompt.begin(call, tx -> groups.deleted(tx.state(), call.project(), serverGroupId));
  }

  @Override
  public void serverGroupMemberAction(
      Call call, String serverGroupId, ServerGroupMemberActionRequest body) {
    if (body instanceof AddServerGroupMemberRequest add) {
      String server = add.addMember().instanceUuid();
      Prompt.begin(call, tx -> groups.joined(tx.state(), call.project(), serverGroupId, server));
    } else if (body instanceof DeleteServerGroupMemberRequest remove) {
      String server = remove.removeMember().instanceUuid();
      Prompt.begin(call, tx -> groups.left(tx.state(), call.project(), serverGroupId, server));
    }
  }

  @Override
  public ServersAndStatusResponse batchAddServerGroupMember(
      Call call, String serverGroupId, BatchAddServerGroupMemberRequest body) {
    return each(
        call,
        serverGroupId,
        body.serverIds(),
        (tx, server) -> groups.joined(tx.state(), call.project(), serverGroupId, server));
  }

  @Override
  public ServersAndStatusResponse batchDeleteServerGroupMember(
      Call call, String serverGroupId, BatchDeleteServerGroupMemberRequest body) {
    return each(
        call,
        serverGroupId,
        body.serverIds(),
        (tx, server) -> groups.left(tx.state(), call.project(), serverGroupId, server));
  }

  /** Each server by itself: what one is refused keeps no other from it. */
  private ServersAndStatusResponse each(
      Call call, String group, List<String> ids, BiFunction<Tx, String, Plan> plan) {
    groups.require(call.glance().state(), call.project(), group);
    List<io.ecsim.api.ecs.Server> all =
        (ids == null ? List.<String>of() : ids)
            .stream().distinct().map(id -> one(call, id, plan)).toList();
    boolean failed = all.stream().anyMatch(server -> FAIL.equals(server.status()));
    return new ServersAndStatusResponse(all, failed ? FAIL : SUCCESS);
  }

  private static io.ecsim.api.ecs.Server one(
      Call call, String id, BiFunction<Tx, String, Plan> plan) {
    try {
      Prompt.begin(call, tx -> plan.apply(tx, id));
      return new io.ecsim.api.ecs.Server(null, id, SUCCESS);
    } catch (ApiError | Refusal refused) {
      return new io.ecsim.api.ecs.Server(refused.getMessage(), id, FAIL);
    }
  }
}

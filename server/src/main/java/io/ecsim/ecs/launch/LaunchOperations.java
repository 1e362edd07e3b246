package io.ecsim.ecs.launch;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.ecs.AutoLaunchGroupsApi;
import io.ecsim.api.ecs.CreateAutoLaunchGroupRequest;
import io.ecsim.api.ecs.CreateAutoLaunchGroupResponse;
import io.ecsim.api.ecs.DeleteAutoLaunchGroupRequest;
import io.ecsim.api.ecs.ListAutoLaunchGroupInstancesQuery;
import io.ecsim.api.ecs.ListAutoLaunchGroupInstancesResponse;
import io.ecsim.api.ecs.ListAutoLaunchGroupsQuery;
import io.ecsim.api.ecs.ListAutoLaunchGroupsResponse;
import io.ecsim.api.ecs.PageInfo;
import io.ecsim.api.ecs.ShowAutoLaunchGroupResponse;
import io.ecsim.api.ecs.UpdateAutoLaunchGroupRequest;
import io.ecsim.api.ecs.UpdateAutoLaunchGroupResponse;
import io.ecsim.ecs.create.Creation;
import io.ecsim.ecs.server.Neighbours;
import io.ecsim.ecs.server.Rehearsal;
import io.ecsim.ecs.server.ServerTable;
import io.ecsim.ecs.view.Stretch;
import io.ecsim.pack.Prompt;
import io.ecsim.sim.Listing;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import io.ecsim.sim.Tx;
import java.util.List;
import java.util.function.Function;

/** Auto launch groups: {@code ecs-api.csv}, ecs-v2. */
public final class LaunchOperations implements AutoLaunchGroupsApi {
  private static final int PAGE = 50;
  private static final int NOT_FOUND = 404;

  private final Neighbours cloud;
  private final ServerTable servers;
  private final LaunchTable table;
  private final Launching launching;

  /** Groups whose servers are made like any others. */
  public LaunchOperations(
      Neighbours cloud, ServerTable servers, LaunchTable table, Creation creation) {
    this.cloud = cloud;
    this.servers = servers;
    this.table = table;
    this.launching = new Launching(cloud, creation, table);
  }

  @Override
  public CreateAutoLaunchGroupResponse createAutoLaunchGroup(
      Call call, String domainId, CreateAutoLaunchGroupRequest body) {
    if (Boolean.TRUE.equals(body.dryRun())) {
      Rehearsal.of(call, tx -> create(tx, call, body));
      return new CreateAutoLaunchGroupResponse(null, null, null);
    }
    String id = call.transact(tx -> create(tx, call, body));
    return new CreateAutoLaunchGroupResponse(id, null, null);
  }

  private String create(Tx tx, Call call, CreateAutoLaunchGroupRequest body) {
    LaunchGroup wanted = Wish.of(body, cloud.inventory().region(), tx.now());
    LaunchGroup group = launching.filled(tx, call, wanted, new Crew(List.of()));
    String type = table.groups.type();
    Ref ref = new Ref(type, call.project(), tx.id(type, call.project(), group.name()));
    tx.begin(Plan.create(table.create, ref, group, null));
    return ref.id();
  }

  @Override
  public UpdateAutoLaunchGroupResponse updateAutoLaunchGroup(
      Call call, String domainId, String id, UpdateAutoLaunchGroupRequest body) {
    if (body != null) {
      Prompt.over(call.transact(tx -> tx.begin(update(tx, call, id, body))));
    }
    return new UpdateAutoLaunchGroupResponse(null, null);
  }

  private Plan update(Tx tx, Call call, String id, UpdateAutoLaunchGroupRequest body) {
    Resource<LaunchGroup> there = require(tx.state(), call.project(), id);
    LaunchGroup wanted = Wish.changed(there.spec(), body);
    Crew crew = crew(tx.state(), there);
    boolean same =
        wanted.goal().target() == there.spec().goal().target()
            && wanted.goal().stable() == there.spec().goal().stable();
    LaunchGroup group =
        same ? wanted : launching.trimmed(tx, launching.filled(tx, call, wanted, crew), crew);
    return Plan.of(table.update, there.ref(), group);
  }

  @Override
  public void deleteAutoLaunchGroup(
      Call call, String domainId, String id, DeleteAutoLaunchGroupRequest body) {
    boolean all = body == null || !isKept(body.deleteInstances());
    Prompt.begin(
        call, tx -> Plan.of(table.delete, require(tx.state(), call.project(), id).ref(), all));
  }

  /** Documents say {@code noTermination}; the real provider sends a flag as text. */
  private static boolean isKept(String instances) {
    return "noTermination".equals(instances) || "false".equals(instances);
  }

  @Override
  public ShowAutoLaunchGroupResponse showAutoLaunchGroup(Call call, String domainId, String id) {
    Resource<LaunchGroup> group = call.glance().find(table.groups, call.project(), id);
    if (group == null) {
      throw missing(id);
    }
    return Portrait.whole(group, crew(call.glance().state(), group));
  }

  @Override
  public ListAutoLaunchGroupsResponse listAutoLaunchGroups(
      Call call, String domainId, ListAutoLaunchGroupsQuery query) {
    State state = call.glance().state();
    Wish.time("valid_since", query.validSince());
    Wish.time("valid_until", query.validUntil());
    Listing<LaunchGroup> found =
        Listing.over(state.roll(table.groups, call.project()))
            .when(query.name(), (group, name) -> name.equals(group.spec().name()))
            .when(query.validSince(), (group, time) -> time.equals(group.spec().since()))
            .when(query.validUntil(), (group, time) -> false);
    Listing.Page<LaunchGroup> page = found.rest(query.marker(), 0, limit(query.limit()));
    return new ListAutoLaunchGroupsResponse(
        page.items().stream().map(group -> Portrait.brief(group, crew(state, group))).toList(),
        new PageInfo(page.next()));
  }

  private static int limit(Integer asked) {
    return asked == null ? PAGE : asked;
  }

  @Override
  public ListAutoLaunchGroupInstancesResponse listAutoLaunchGroupInstances(
      Call call, String domainId, String id, ListAutoLaunchGroupInstancesQuery query) {
    State state = call.glance().state();
    List<Crew.Hand> found = crew(state, require(state, call.project(), id)).present();
    Function<Crew.Hand, String> key = hand -> hand.server().id();
    var page = Stretch.of(found, key, query.marker(), limit(query.limit()));
    return new ListAutoLaunchGroupInstancesResponse(
        page.items().stream().map(Portrait::instance).toList(), new PageInfo(page.next(key)));
  }

  private Crew crew(State state, Resource<LaunchGroup> group) {
    return Crew.of(state, servers, group.ref().project(), group.spec());
  }

  private Resource<LaunchGroup> require(State state, String project, String id) {
    Resource<LaunchGroup> group = state.find(table.groups, project, id);
    if (group == null) {
      throw missing(id);
    }
    return group;
  }

  private static ApiError missing(String id) {
    return new ApiError(NOT_FOUND, "Ecs.0005", "There is no auto launch group %s.".formatted(id));
  }
}

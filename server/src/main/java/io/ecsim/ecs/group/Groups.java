package io.ecsim.ecs.group;

import io.ecsim.api.ApiError;
import io.ecsim.ecs.server.Membership;
import io.ecsim.ecs.server.Server;
import io.ecsim.ecs.server.ServerStatus;
import io.ecsim.ecs.server.ServerTable;
import io.ecsim.inventory.Inventory;
import io.ecsim.inventory.Limit;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import io.ecsim.sim.Tx;
import java.util.ArrayList;
import java.util.List;

/**
 * Server groups and who is in them: {@code ecs-schemas.md} 13, {@code ecs-lifecycle.md} b.15. A
 * server is in one group at most.
 *
 * @param table the servers
 * @param inventory the limits
 */
public record Groups(ServerTable table, Inventory inventory) {
  private static final int NOT_FOUND = 404;
  private static final String EXCEEDED = "Ecs.0022";
  private static final String KVM = "CloudCompute";

  /** All groups of a project, oldest first. */
  public List<Resource<ServerGroup>> all(State state, String project) {
    return state.all(GroupTable.GROUPS, project).toList();
  }

  /**
   * The group with this id.
   *
   * @throws ApiError HTTP 404 if there is none
   */
  public Resource<ServerGroup> require(State state, String project, String id) {
    Resource<ServerGroup> group = state.find(GroupTable.GROUPS, project, id);
    if (group == null) {
      throw new ApiError(
          NOT_FOUND, "Ecs.0313", "The server group %s could not be found.".formatted(id));
    }
    return group;
  }

  /** The servers of a group, oldest first. */
  public List<Resource<Server>> members(State state, String project, String id) {
    return state
        .all(table.servers, project)
        .filter(server -> id.equals(server.spec().group()))
        .toList();
  }

  /**
   * Makes a group.
   *
   * @throws ApiError {@code Ecs.0022} if there are as many as there may be
   */
  public Plan created(Tx tx, String project, String name, List<String> policies) {
    int there = tx.state().shelf(GroupTable.GROUPS.type(), project).size();
    check(Limit.SERVER_GROUPS, there + 1);
    String type = GroupTable.GROUPS.type();
    Ref ref = new Ref(type, project, tx.id(type, project, name));
    return Plan.create(GroupTable.CREATE, ref, new ServerGroup(name, policies), null);
  }

  private void check(Limit limit, int wanted) {
    if (inventory.limits().exceeded(limit, wanted)) {
      throw new ApiError(
          EXCEEDED,
          "The quota of %s is %d; this would be %d."
              .formatted(limit.label(), inventory.limits().of(limit), wanted));
    }
  }

  /** Deletes a group; its members stay, each where it is. */
  public Plan deleted(State state, String project, String id) {
    Ref group = require(state, project, id).ref();
    List<Plan> plans = new ArrayList<>();
    members(state, project, id).stream()
        .map(member -> Plan.of(table.groups.leave, member.ref(), null))
        .forEach(plans::add);
    plans.add(Plan.of(GroupTable.DELETE, group, null));
    return Plan.inOrder("deleteServerGroup", plans);
  }

  /**
   * Where servers that are to be made are put.
   *
   * @param id the group they shall be in, or null
   * @param count how many there will be
   * @throws ApiError {@code Ecs.0313} if there is no such group, {@code Ecs.0022} if it is full
   */
  public Placement placement(State state, String project, String id, String zone, int count) {
    if (id == null || id.isEmpty()) {
      return Placement.free(zone);
    }
    if (state.find(GroupTable.GROUPS, project, id) == null) {
      throw new ApiError(
          "Ecs.0313", "os:scheduler_hints.group %s could not be found.".formatted(id));
    }
    List<Resource<Server>> members = members(state, project, id);
    check(Limit.SERVER_GROUP_MEMBERS, members.size() + count);
    return Placement.apart(zone, members);
  }

  /**
   * Adds a server to a group. One that is stopped is put on a host of its own; one that runs stays
   * where it is.
   */
  public Plan joined(State state, String project, String id, String serverId) {
    require(state, project, id);
    Resource<Server> server = state.require(table.servers, project, serverId);
    Server spec = server.spec();
    if (spec.group() != null && state.find(GroupTable.GROUPS, project, spec.group()) != null) {
      throw new ApiError(
          "Ecs.0005",
          "The server %s is in the server group %s already.".formatted(serverId, spec.group()));
    }
    String kind = virtualization(spec);
    if (!KVM.equals(kind)) {
      throw new ApiError(
          "Ecs.0008",
          "The server %s is virtualized by %s; groups are for %s.".formatted(serverId, kind, KVM));
    }
    List<Resource<Server>> members = members(state, project, id);
    check(Limit.SERVER_GROUP_MEMBERS, members.size() + 1);
    int moves =
        server.status() == ServerStatus.STOPPED
            ? Placement.apart(spec.build().zone(), members).moves(serverId)
            : spec.build().moves();
    return Plan.of(table.groups.join, server.ref(), new Membership(id, moves));
  }

  private String virtualization(Server server) {
    var flavor = inventory.flavor(server.build().flavorId());
    return flavor == null ? KVM : flavor.extraSpecs().get("ecs:virtualization_env_types");
  }

  /** Takes a server out of a group. */
  public Plan left(State state, String project, String id, String serverId) {
    require(state, project, id);
    Resource<Server> server = state.require(table.servers, project, serverId);
    if (!id.equals(server.spec().group())) {
      throw new ApiError(
          "Ecs.0005", "The server %s is not in the server group %s.".formatted(serverId, id));
    }
    return Plan.of(table.groups.leave, server.ref(), null);
  }
}

package io.ecsim.vpc;

import io.ecsim.api.Call;
import io.ecsim.api.vpc.NameAndDescription;
import io.ecsim.api.vpc.NeutronListSecurityGroupsQuery;
import io.ecsim.api.vpc.NeutronListSecurityGroupsResponse;
import io.ecsim.api.vpc.NeutronSecurityGroupRequest;
import io.ecsim.api.vpc.NeutronSecurityGroupResponse;
import io.ecsim.api.vpc.NeutronSecurityGroupsApi;
import io.ecsim.sim.State;

/**
 * The same security groups through the native door.
 *
 * @param desk makes and changes them
 */
record NativeGroups(Groups desk) implements NeutronSecurityGroupsApi {

  @Override
  public NeutronListSecurityGroupsResponse neutronListSecurityGroups(
      Call call, NeutronListSecurityGroupsQuery query) {
    State state = call.glance().state();
    var all =
        state
            .all(Tables.GROUPS, call.project())
            .filter(group -> Match.any(query.id(), group.id()))
            .filter(group -> Match.any(query.name(), group.spec().name()))
            .filter(group -> Match.one(query.description(), group.spec().description()))
            .filter(group -> NativePage.own(group, query.tenantId(), query.projectId()));
    var page = Page.of(call, all, query.marker(), query.limit());
    return new NeutronListSecurityGroupsResponse(
        page.items().stream().map(group -> NativeGroupView.of(state, group)).toList(),
        NativePage.next(call, "security-groups", page));
  }

  @Override
  public NeutronSecurityGroupResponse neutronShowSecurityGroup(Call call, String groupId) {
    var group = call.glance().require(Tables.GROUPS, call.project(), groupId);
    return new NeutronSecurityGroupResponse(NativeGroupView.of(call.glance().state(), group));
  }

  @Override
  public NeutronSecurityGroupResponse neutronCreateSecurityGroup(
      Call call, NeutronSecurityGroupRequest body) {
    NameAndDescription wish = body.securityGroup();
    return neutronShowSecurityGroup(call, desk.make(call, Generation.V1, wish));
  }

  @Override
  public NeutronSecurityGroupResponse neutronUpdateSecurityGroup(
      Call call, String groupId, NeutronSecurityGroupRequest body) {
    desk.change(call, Generation.V1, groupId, body.securityGroup());
    return neutronShowSecurityGroup(call, groupId);
  }

  @Override
  public void neutronDeleteSecurityGroup(Call call, String groupId) {
    desk.deleteSecurityGroupV1(call, groupId);
  }
}

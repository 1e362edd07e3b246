package io.ecsim.vpc;

import io.ecsim.api.Call;
import io.ecsim.api.vpc.CreateSecurityGroupOption;
import io.ecsim.api.vpc.CreateSecurityGroupRequest;
import io.ecsim.api.vpc.CreateSecurityGroupV1Request;
import io.ecsim.api.vpc.ListSecurityGroupsQuery;
import io.ecsim.api.vpc.ListSecurityGroupsResponse;
import io.ecsim.api.vpc.ListSecurityGroupsV1Query;
import io.ecsim.api.vpc.ListSecurityGroupsV1Response;
import io.ecsim.api.vpc.NameAndDescription;
import io.ecsim.api.vpc.SecurityGroupResponse;
import io.ecsim.api.vpc.SecurityGroupResponseV1;
import io.ecsim.api.vpc.SecurityGroupV1;
import io.ecsim.api.vpc.SecurityGroupsApi;
import io.ecsim.api.vpc.UpdateSecurityGroupRequest;
import io.ecsim.inventory.Inventory;
import io.ecsim.inventory.Limit;
import io.ecsim.pack.Prompt;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Refusal;
import io.ecsim.sim.Resource;
import java.util.Map;
import java.util.Objects;

/** The operations on security groups. */
record Groups(Inventory inventory) implements SecurityGroupsApi {
  private static final String INVALID = "VPC.0601";
  private static final String IN_USE = "VPC.0602";

  @Override
  public SecurityGroupResponseV1 createSecurityGroupV1(
      Call call, CreateSecurityGroupV1Request body) {
    SecurityGroupV1 wish = body.securityGroup();
    var group =
        new SecurityGroup(
            Names.given(Generation.V1, INVALID, wish.name()),
            "",
            Objects.requireNonNullElse(wish.enterpriseProjectId(), "0"),
            false,
            Map.of());
    return showSecurityGroupV1(call, make(call, Generation.V1, group));
  }

  @Override
  public SecurityGroupResponse createSecurityGroup(Call call, CreateSecurityGroupRequest body) {
    DryRun.refuse(body.dryRun());
    CreateSecurityGroupOption wish = body.securityGroup();
    var group =
        new SecurityGroup(
            Names.given(Generation.V3, INVALID, wish.name()),
            Names.description(Generation.V3, INVALID, wish.description()),
            Objects.requireNonNullElse(wish.enterpriseProjectId(), "0"),
            false,
            TagSets.plus(inventory.limits(), Map.of(), wish.tags()));
    return showSecurityGroupV3(call, make(call, Generation.V3, group));
  }

  /** Makes a group of this name and description; its id. */
  String make(Call call, Generation generation, NameAndDescription wish) {
    return make(
        call,
        generation,
        new SecurityGroup(
            Names.given(generation, INVALID, wish.name()),
            Names.description(generation, INVALID, wish.description()),
            "0",
            false,
            Map.of()));
  }

  private String make(Call call, Generation generation, SecurityGroup group) {
    String type = Tables.GROUPS.type();
    String project = call.project();
    if (group.name().equals(inventory.network().group())) {
      throw generation.conflict(
          IN_USE, "name '%s' is that of the default security group.".formatted(group.name()));
    }
    return call.transact(
        tx -> {
          int there = tx.state().shelf(type, project).size();
          if (inventory.limits().exceeded(Limit.SECURITY_GROUPS, there + 1L)) {
            throw generation.quota("VPC.0604", "security_group");
          }
          String id = tx.id(type, project, group.name());
          Groundwork.group(tx, new Ref(type, project, id), group);
          return id;
        });
  }

  @Override
  public SecurityGroupResponseV1 showSecurityGroupV1(Call call, String groupId) {
    var group = require(call, Generation.V1, groupId);
    return new SecurityGroupResponseV1(GroupView.v1(call.glance().state(), group));
  }

  @Override
  public SecurityGroupResponse showSecurityGroupV3(Call call, String groupId) {
    var group = require(call, Generation.V3, groupId);
    return new SecurityGroupResponse(
        call.requestId(), GroupView.v3(call.glance().state(), group, true));
  }

  @Override
  public ListSecurityGroupsV1Response listSecurityGroupsV1(
      Call call, ListSecurityGroupsV1Query query) {
    var all =
        call.glance()
            .all(Tables.GROUPS, call.project())
            .filter(
                group ->
                    Match.enterprise(
                        query.enterpriseProjectId(), group.spec().enterpriseProject()));
    var page = Page.of(call, all, query.marker(), query.limit());
    return new ListSecurityGroupsV1Response(
        page.items().stream().map(group -> GroupView.v1(call.glance().state(), group)).toList());
  }

  @Override
  public ListSecurityGroupsResponse listSecurityGroups(Call call, ListSecurityGroupsQuery query) {
    var all =
        call.glance()
            .all(Tables.GROUPS, call.project())
            .filter(group -> Match.any(query.id(), group.id()))
            .filter(group -> Match.any(query.name(), group.spec().name()))
            .filter(group -> Match.any(query.description(), group.spec().description()))
            .filter(
                group ->
                    Match.enterprise(
                        query.enterpriseProjectId(), group.spec().enterpriseProject()));
    var page = Page.of(call, all, query.marker(), query.limit());
    return new ListSecurityGroupsResponse(
        page.info(),
        call.requestId(),
        page.items().stream()
            .map(group -> GroupView.v3(call.glance().state(), group, false))
            .toList());
  }

  @Override
  public SecurityGroupResponse updateSecurityGroup(
      Call call, String groupId, UpdateSecurityGroupRequest body) {
    DryRun.refuse(body.dryRun());
    change(call, Generation.V3, groupId, body.securityGroup());
    return showSecurityGroupV3(call, groupId);
  }

  /** Gives a group another name or description; null stays. */
  void change(Call call, Generation generation, String groupId, NameAndDescription wish) {
    Ref ref = require(call, generation, groupId).ref();
    Prompt.begin(
        call,
        tx -> {
          SecurityGroup was = tx.state().require(Tables.GROUPS, ref.project(), ref.id()).spec();
          var changed =
              new SecurityGroup(
                  wish.name() == null ? was.name() : Names.given(generation, INVALID, wish.name()),
                  wish.description() == null
                      ? was.description()
                      : Names.description(generation, INVALID, wish.description()),
                  was.enterpriseProject(),
                  was.standing(),
                  was.tags());
          return Plan.of(Tables.UPDATE_GROUP, ref, changed);
        });
  }

  @Override
  public void deleteSecurityGroupV1(Call call, String groupId) {
    Ref ref = require(call, Generation.V1, groupId).ref();
    Prompt.begin(call, tx -> Plan.of(Tables.DELETE_GROUP, ref, null));
  }

  @Override
  public void deleteSecurityGroup(Call call, String groupId) {
    Ref ref = require(call, Generation.V3, groupId).ref();
    try {
      Prompt.begin(call, tx -> Plan.of(Tables.DELETE_GROUP, ref, null));
    } catch (Refusal refusal) {
      if (refusal.struck() != null || !IN_USE.equals(refusal.code())) {
        throw refusal;
      }
      throw Generation.V3.conflict(IN_USE, refusal.getMessage());
    }
  }

  private static Resource<SecurityGroup> require(Call call, Generation generation, String id) {
    return generation.require(call, Tables.GROUPS, id);
  }
}

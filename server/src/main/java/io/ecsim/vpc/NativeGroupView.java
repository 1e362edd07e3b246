package io.ecsim.vpc;

import io.ecsim.api.vpc.NeutronSecurityGroup;
import io.ecsim.api.vpc.NeutronSecurityGroupRule;
import io.ecsim.pack.Utc;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;

/** A security group and its rules as the native API shows them. */
final class NativeGroupView {
  private NativeGroupView() {}

  static NeutronSecurityGroup of(State state, Resource<SecurityGroup> group) {
    String project = group.ref().project();
    return NeutronSecurityGroup.builder()
        .id(group.id())
        .name(group.spec().name())
        .description(group.spec().description())
        .securityGroupRules(
            GroupView.rules(state, group).stream().map(NativeGroupView::rule).toList())
        .projectId(project)
        .tenantId(project)
        .createdAt(Utc.seconds(group.createdAt()))
        .updatedAt(Utc.seconds(group.updatedAt()))
        .build();
  }

  static NeutronSecurityGroupRule rule(Resource<Rule> rule) {
    Rule spec = rule.spec();
    String project = rule.ref().project();
    return NeutronSecurityGroupRule.builder()
        .id(rule.id())
        .securityGroupId(spec.group().id())
        .description(spec.description())
        .direction(spec.direction())
        .ethertype(spec.ethertype())
        .protocol(spec.protocol())
        .portRangeMin(spec.range(0))
        .portRangeMax(spec.range(1))
        .remoteIpPrefix(spec.prefix())
        .remoteGroupId(spec.remoteGroup() == null ? null : spec.remoteGroup().id())
        .remoteAddressGroupId(spec.addressGroup())
        .projectId(project)
        .tenantId(project)
        .createdAt(Utc.seconds(rule.createdAt()))
        .updatedAt(Utc.seconds(rule.updatedAt()))
        .build();
  }
}

package io.ecsim.vpc;

import io.ecsim.api.vpc.SecurityGroupRuleDetails;
import io.ecsim.api.vpc.SecurityGroupRuleInfo;
import io.ecsim.pack.Utc;
import io.ecsim.sim.Resource;

/** A rule as each generation shows it: v1 has a range of ports, v3 a list. */
final class RuleView {
  private RuleView() {}

  static SecurityGroupRuleInfo v1(Resource<Rule> rule) {
    Rule spec = rule.spec();
    return SecurityGroupRuleInfo.builder()
        .id(rule.id())
        .description(spec.description())
        .securityGroupId(spec.group().id())
        .direction(spec.direction())
        .ethertype(spec.ethertype())
        .protocol(spec.protocol())
        .portRangeMin(spec.range(0))
        .portRangeMax(spec.range(1))
        .remoteIpPrefix(spec.prefix())
        .remoteGroupId(spec.remoteGroup() == null ? null : spec.remoteGroup().id())
        .remoteAddressGroupId(spec.addressGroup())
        .tenantId(rule.ref().project())
        .build();
  }

  static SecurityGroupRuleDetails v3(Resource<Rule> rule) {
    Rule spec = rule.spec();
    return SecurityGroupRuleDetails.builder()
        .id(rule.id())
        .description(spec.description())
        .securityGroupId(spec.group().id())
        .direction(spec.direction())
        .ethertype(spec.ethertype())
        .protocol(spec.protocol())
        .multiport(spec.ports())
        .remoteIpPrefix(spec.prefix())
        .remoteGroupId(spec.remoteGroup() == null ? null : spec.remoteGroup().id())
        .remoteAddressGroupId(spec.addressGroup())
        .action(spec.action())
        .priority(spec.priority())
        .enabled(spec.enabled())
        .projectId(rule.ref().project())
        .createdAt(Utc.seconds(rule.createdAt()))
        .updatedAt(Utc.seconds(rule.updatedAt()))
        .build();
  }
}

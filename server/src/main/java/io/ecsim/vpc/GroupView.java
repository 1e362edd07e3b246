package io.ecsim.vpc;

import io.ecsim.api.vpc.SecurityGroupDetails;
import io.ecsim.api.vpc.SecurityGroupInfo;
import io.ecsim.pack.Utc;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.List;

/** A security group as each generation shows it. */
final class GroupView {
  private GroupView() {}

  static SecurityGroupInfo v1(State state, Resource<SecurityGroup> group) {
    SecurityGroup spec = group.spec();
    return SecurityGroupInfo.builder()
        .id(group.id())
        .name(spec.name())
        .description(spec.description())
        .enterpriseProjectId(spec.enterpriseProject())
        .vpcId("")
        .securityGroupRules(rules(state, group).stream().map(RuleView::v1).toList())
        .build();
  }

  /**
   * As {@code /v3} shows it.
   *
   * @param whole whether its rules are shown, too; lists leave them out
   */
  static SecurityGroupDetails v3(State state, Resource<SecurityGroup> group, boolean whole) {
    SecurityGroup spec = group.spec();
    return SecurityGroupDetails.builder()
        .id(group.id())
        .name(spec.name())
        .description(spec.description())
        .enterpriseProjectId(spec.enterpriseProject())
        .projectId(group.ref().project())
        .tags(TagSets.view(spec.tags()))
        .securityGroupRules(whole ? rules(state, group).stream().map(RuleView::v3).toList() : null)
        .createdAt(Utc.seconds(group.createdAt()))
        .updatedAt(Utc.seconds(group.updatedAt()))
        .build();
  }

  /** The rules of a group. */
  static List<Resource<Rule>> rules(State state, Resource<SecurityGroup> group) {
    return state.usersOf(group.ref(), Tables.RULES).stream()
        .filter(rule -> rule.spec().group().equals(group.ref()))
        .toList();
  }
}

package io.ecsim.vpc;

import io.ecsim.api.Call;
import io.ecsim.api.vpc.NeutronCreateSecurityGroupRuleOption;
import io.ecsim.api.vpc.NeutronCreateSecurityGroupRuleRequest;
import io.ecsim.api.vpc.NeutronListSecurityGroupRulesQuery;
import io.ecsim.api.vpc.NeutronListSecurityGroupRulesResponse;
import io.ecsim.api.vpc.NeutronSecurityGroupRuleResponse;
import io.ecsim.api.vpc.NeutronSecurityGroupRulesApi;
import io.ecsim.api.vpc.SecurityGroupRuleV1;
import io.ecsim.sim.Resource;
import java.util.List;

/**
 * The same rules of security groups through the native door.
 *
 * @param creation makes them
 */
record NativeRules(NewRules creation, Rules desk) implements NeutronSecurityGroupRulesApi {

  @Override
  public NeutronListSecurityGroupRulesResponse neutronListSecurityGroupRules(
      Call call, NeutronListSecurityGroupRulesQuery query) {
    var all = call.glance().all(Tables.RULES, call.project()).filter(rule -> accepts(query, rule));
    var page = Page.of(call, all, query.marker(), query.limit());
    return new NeutronListSecurityGroupRulesResponse(
        page.items().stream().map(NativeGroupView::rule).toList(),
        NativePage.next(call, "security-group-rules", page));
  }

  private static boolean accepts(NeutronListSecurityGroupRulesQuery query, Resource<Rule> rule) {
    Rule spec = rule.spec();
    String remote = spec.remoteGroup() == null ? null : spec.remoteGroup().id();
    return Match.any(query.id(), rule.id())
        && Match.one(query.direction(), spec.direction())
        && Match.one(query.protocol(), spec.protocol())
        && Match.one(query.ethertype(), spec.ethertype())
        && Match.one(query.description(), spec.description())
        && Match.one(query.remoteIpPrefix(), spec.prefix())
        && Match.one(query.remoteGroupId(), remote)
        && Match.one(query.securityGroupId(), spec.group().id())
        && NativePage.own(rule, query.tenantId(), query.projectId());
  }

  @Override
  public NeutronSecurityGroupRuleResponse neutronShowSecurityGroupRule(Call call, String ruleId) {
    return new NeutronSecurityGroupRuleResponse(
        NativeGroupView.rule(call.glance().require(Tables.RULES, call.project(), ruleId)));
  }

  @Override
  public NeutronSecurityGroupRuleResponse neutronCreateSecurityGroupRule(
      Call call, NeutronCreateSecurityGroupRuleRequest body) {
    NeutronCreateSecurityGroupRuleOption wish = body.securityGroupRule();
    var same =
        new SecurityGroupRuleV1(
            wish.description(),
            wish.direction(),
            wish.ethertype(),
            wish.portRangeMax(),
            wish.portRangeMin(),
            wish.protocol(),
            wish.remoteAddressGroupId(),
            wish.remoteGroupId(),
            wish.remoteIpPrefix(),
            wish.securityGroupId());
    String id = creation.make(call, List.of(Rules.draft(same)), false).get(0).id();
    return neutronShowSecurityGroupRule(call, id);
  }

  @Override
  public void neutronDeleteSecurityGroupRule(Call call, String ruleId) {
    desk.deleteSecurityGroupRuleV1(call, ruleId);
  }
}

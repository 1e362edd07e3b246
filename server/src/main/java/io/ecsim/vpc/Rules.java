package io.ecsim.vpc;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.vpc.BatchCreateSecurityGroupRulesOption;
import io.ecsim.api.vpc.BatchCreateSecurityGroupRulesRequest;
import io.ecsim.api.vpc.BatchCreateSecurityGroupRulesResponse;
import io.ecsim.api.vpc.CreateSecurityGroupRuleOption;
import io.ecsim.api.vpc.CreateSecurityGroupRuleRequest;
import io.ecsim.api.vpc.CreateSecurityGroupRuleV1Request;
import io.ecsim.api.vpc.ListSecurityGroupRulesQuery;
import io.ecsim.api.vpc.ListSecurityGroupRulesResponse;
import io.ecsim.api.vpc.ListSecurityGroupRulesV1Query;
import io.ecsim.api.vpc.ListSecurityGroupRulesV1Response;
import io.ecsim.api.vpc.SecurityGroupRuleDetailsResponse;
import io.ecsim.api.vpc.SecurityGroupRuleResponse;
import io.ecsim.api.vpc.SecurityGroupRuleV1;
import io.ecsim.api.vpc.SecurityGroupRulesApi;
import io.ecsim.pack.Prompt;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import java.util.List;

/** The operations on the rules of security groups. */
record Rules(NewRules creation) implements SecurityGroupRulesApi {

  @Override
  public SecurityGroupRuleResponse createSecurityGroupRuleV1(
      Call call, CreateSecurityGroupRuleV1Request body) {
    Ref ref = creation.make(call, List.of(draft(body.securityGroupRule())), false).get(0);
    return showSecurityGroupRuleV1(call, ref.id());
  }

  /** A rule that is asked for as the first generation, and the native API, do. */
  static RuleDraft draft(SecurityGroupRuleV1 wish) {
    Integer min = wish.portRangeMin();
    Integer max = wish.portRangeMax();
    boolean icmp = wish.protocol() != null && wish.protocol().startsWith("icmp");
    return new RuleDraft(
        Generation.V1,
        wish.securityGroupId(),
        wish.direction(),
        wish.ethertype(),
        wish.protocol(),
        icmp ? null : range(min, max),
        icmp && min != null ? min + "-" + (max == null ? "" : max) : null,
        wish.remoteIpPrefix(),
        wish.remoteGroupId(),
        wish.remoteAddressGroupId(),
        null,
        null,
        null,
        wish.description());
  }

  private static String range(Integer min, Integer max) {
    if (min == null && max == null) {
      return null;
    }
    if (min == null || max == null) {
      throw new ApiError(
          "VPC.0601", "port_range_min %s and port_range_max %s go together.".formatted(min, max));
    }
    return min.equals(max) ? String.valueOf(min) : min + "-" + max;
  }

  @Override
  public SecurityGroupRuleDetailsResponse createSecurityGroupRule(
      Call call, CreateSecurityGroupRuleRequest body) {
    DryRun.refuse(body.dryRun());
    CreateSecurityGroupRuleOption wish = body.securityGroupRule();
    var draft =
        new RuleDraft(
            Generation.V3,
            wish.securityGroupId(),
            wish.direction(),
            wish.ethertype(),
            wish.protocol(),
            wish.multiport(),
            null,
            wish.remoteIpPrefix(),
            wish.remoteGroupId(),
            wish.remoteAddressGroupId(),
            wish.action(),
            wish.priority(),
            wish.enabled(),
            wish.description());
    Ref ref = creation.make(call, List.of(draft), false).get(0);
    return showSecurityGroupRuleV3(call, ref.id());
  }

  @Override
  public BatchCreateSecurityGroupRulesResponse batchCreateSecurityGroupRules(
      Call call, String securityGroupId, BatchCreateSecurityGroupRulesRequest body) {
    DryRun.refuse(body.dryRun());
    List<RuleDraft> drafts =
        body.securityGroupRules().stream().map(wish -> draft(securityGroupId, wish)).toList();
    List<Ref> made = creation.make(call, drafts, Boolean.TRUE.equals(body.ignoreDuplicate()));
    return new BatchCreateSecurityGroupRulesResponse(
        call.requestId(),
        made.stream().map(ref -> RuleView.v3(require(call, Generation.V3, ref.id()))).toList());
  }

  private static RuleDraft draft(String group, BatchCreateSecurityGroupRulesOption wish) {
    return new RuleDraft(
        Generation.V3,
        group,
        wish.direction(),
        wish.ethertype(),
        wish.protocol(),
        wish.multiport(),
        null,
        wish.remoteIpPrefix(),
        wish.remoteGroupId(),
        wish.remoteAddressGroupId(),
        wish.action(),
        wish.priority(),
        wish.enabled(),
        wish.description());
  }

  @Override
  public SecurityGroupRuleResponse showSecurityGroupRuleV1(Call call, String ruleId) {
    return new SecurityGroupRuleResponse(RuleView.v1(require(call, Generation.V1, ruleId)));
  }

  @Override
  public SecurityGroupRuleDetailsResponse showSecurityGroupRuleV3(Call call, String ruleId) {
    return new SecurityGroupRuleDetailsResponse(
        call.requestId(), RuleView.v3(require(call, Generation.V3, ruleId)));
  }

  @Override
  public ListSecurityGroupRulesV1Response listSecurityGroupRulesV1(
      Call call, ListSecurityGroupRulesV1Query query) {
    var all =
        call.glance()
            .all(Tables.RULES, call.project())
            .filter(rule -> Match.one(query.securityGroupId(), rule.spec().group().id()))
            .filter(rule -> Match.one(query.remoteIpPrefix(), rule.spec().prefix()));
    var page = Page.of(call, all, query.marker(), query.limit());
    return new ListSecurityGroupRulesV1Response(page.items().stream().map(RuleView::v1).toList());
  }

  @Override
  public ListSecurityGroupRulesResponse listSecurityGroupRules(
      Call call, ListSecurityGroupRulesQuery query) {
    var all = call.glance().all(Tables.RULES, call.project()).filter(rule -> accepts(query, rule));
    var page = Page.of(call, all, query.marker(), query.limit());
    return new ListSecurityGroupRulesResponse(
        page.info(), call.requestId(), page.items().stream().map(RuleView::v3).toList());
  }

  private static boolean accepts(ListSecurityGroupRulesQuery query, Resource<Rule> rule) {
    Rule spec = rule.spec();
    String remote = spec.remoteGroup() == null ? null : spec.remoteGroup().id();
    return Match.any(query.id(), rule.id())
        && Match.any(query.securityGroupId(), spec.group().id())
        && Match.any(query.protocol(), spec.protocol())
        && Match.any(query.description(), spec.description())
        && Match.any(query.remoteGroupId(), remote)
        && Match.any(query.remoteAddressGroupId(), spec.addressGroup())
        && Match.any(query.priority(), String.valueOf(spec.priority()))
        && Match.any(query.ethertype(), spec.ethertype())
        && Match.one(query.direction(), spec.direction())
        && Match.one(query.action(), spec.action())
        && Match.one(query.remoteIpPrefix(), spec.prefix())
        && Match.flag(query.enabled(), spec.enabled());
  }

  @Override
  public void deleteSecurityGroupRuleV1(Call call, String ruleId) {
    delete(call, Generation.V1, ruleId);
  }

  @Override
  public void deleteSecurityGroupRule(Call call, String ruleId) {
    delete(call, Generation.V3, ruleId);
  }

  private static void delete(Call call, Generation generation, String id) {
    Ref ref = require(call, generation, id).ref();
    Prompt.begin(call, tx -> Plan.of(Tables.DELETE_RULE, ref, null));
  }

  private static Resource<Rule> require(Call call, Generation generation, String id) {
    return generation.require(call, Tables.RULES, id);
  }
}

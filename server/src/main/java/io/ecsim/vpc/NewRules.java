package io.ecsim.vpc;

import io.ecsim.api.Call;
import io.ecsim.inventory.Limit;
import io.ecsim.inventory.Limits;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes rules of security groups. */
record NewRules(Limits limits) {

  /**
   * Makes these rules, all or none.
   *
   * @param lenient whether a rule that is there already is passed over
   */
  List<Ref> make(Call call, List<RuleDraft> drafts, boolean lenient) {
    return call.transact(
        tx -> {
          List<Ref> made = new ArrayList<>();
          for (RuleDraft draft : drafts) {
            Rule rule = draft.made(tx.state(), call.project());
            Optional<Resource<Rule>> same = same(tx, rule);
            if (same.isEmpty()) {
              made.add(begin(tx, draft, rule));
            } else if (!lenient) {
              throw draft
                  .generation()
                  .conflict(
                      "VPC.0606",
                      "Security group rule already exists. Rule id is %s."
                          .formatted(same.get().id()));
            }
          }
          return made;
        });
  }

  private static Optional<Resource<Rule>> same(Tx tx, Rule rule) {
    return tx.state().usersOf(rule.group(), Tables.RULES).stream()
        .filter(other -> other.spec().same(rule))
        .findFirst();
  }

  private Ref begin(Tx tx, RuleDraft draft, Rule rule) {
    String type = Tables.RULES.type();
    String project = rule.group().project();
    int there = tx.state().shelf(type, project).size();
    if (limits.exceeded(Limit.SECURITY_GROUP_RULES, there + 1L)) {
      throw draft.generation().quota("VPC.0604", "security_group_rule");
    }
    String what =
        String.join(
            "\n",
            rule.group().id(),
            rule.direction(),
            rule.ethertype(),
            rule.protocol(),
            rule.ports(),
            rule.prefix());
    Ref ref = new Ref(type, project, tx.id(type, project, what));
    tx.begin(Plan.create(Tables.CREATE_RULE, ref, rule, null));
    return ref;
  }
}

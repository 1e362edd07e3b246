package io.ecsim.vpc;

import io.ecsim.inventory.DefaultNetwork;
import io.ecsim.sim.Ids;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Tx;
import java.util.List;
import java.util.Map;

/** What is there before anybody asks: a project's first network, a group's first rules. */
final class Groundwork {
  private static final int PRIORITY = 100;

  private Groundwork() {}

  /** The default network of a new project. */
  static void network(Tx tx, String project, DefaultNetwork plan) {
    Ref vpc = ref(tx, Tables.VPCS.type(), project, plan.vpc());
    tx.begin(
        Plan.create(
            Tables.CREATE_VPC,
            vpc,
            new Vpc(plan.vpc(), plan.vpcCidr(), "", "0", List.of(), Map.of(), Map.of()),
            true));
    Ref subnet = ref(tx, Tables.SUBNETS.type(), project, plan.subnet());
    tx.begin(
        Plan.create(
            Tables.CREATE_SUBNET,
            subnet,
            new Subnet(
                plan.subnet(),
                "",
                vpc,
                plan.subnetCidr(),
                plan.gateway(),
                true,
                false,
                "",
                List.of("100.125.1.250", "100.125.129.250"),
                Map.of(),
                Map.of()),
            true));
    group(
        tx,
        ref(tx, Tables.GROUPS.type(), project, plan.group()),
        new SecurityGroup(plan.group(), "Default security group", "0", true, Map.of()));
  }

  private static Ref ref(Tx tx, String type, String project, String name) {
    return new Ref(type, project, tx.id(type, project, name));
  }

  /** A security group with the rules it is born with: all out, in from its own kind. */
  static void group(Tx tx, Ref ref, SecurityGroup group) {
    tx.begin(Plan.create(Tables.CREATE_GROUP, ref, group, null));
    int nth = 0;
    for (String ethertype : List.of("IPv4", "IPv6")) {
      rule(tx, ref, nth++, "egress", ethertype, null);
      rule(tx, ref, nth++, "ingress", ethertype, ref);
    }
  }

  private static void rule(
      Tx tx, Ref group, int nth, String direction, String ethertype, Ref remote) {
    Rule rule =
        new Rule(
            group, direction, ethertype, null, null, null, null, remote, null, "allow", PRIORITY,
            true, "");
    String id = Ids.uuid(group.id(), "rule", nth);
    tx.begin(
        Plan.create(
            Tables.CREATE_RULE, new Ref(Tables.RULES.type(), group.project(), id), rule, null));
  }
}

package io.ecsim.vpc;

import io.ecsim.pack.Networks;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.List;

/** What servers look up of security groups. */
final class GroupFacts {
  private GroupFacts() {}

  static Networks.Group group(State state, String project, String idOrName) {
    var byId = state.find(Tables.GROUPS, project, idOrName);
    return byId != null
        ? new Networks.Group(byId.id(), byId.spec().name())
        : state
            .all(Tables.GROUPS, project)
            .filter(group -> group.spec().name().equals(idOrName))
            .findFirst()
            .map(group -> new Networks.Group(group.id(), group.spec().name()))
            .orElse(null);
  }

  static String description(State state, String project, String group) {
    return state.require(Tables.GROUPS, project, group).spec().description();
  }

  static List<Networks.Entry> entries(State state, String project, String group) {
    var ref = new Ref(Tables.GROUPS.type(), project, group);
    return state
        .all(Tables.RULES, project)
        .filter(rule -> rule.spec().group().equals(ref))
        .filter(rule -> rule.spec().direction().equals("ingress"))
        .map(rule -> entry(state, rule))
        .toList();
  }

  private static Networks.Entry entry(State state, Resource<Rule> rule) {
    Rule spec = rule.spec();
    Networks.Group peer =
        spec.remoteGroup() == null
            ? null
            : new Networks.Group(
                spec.remoteGroup().id(),
                state
                    .require(Tables.GROUPS, rule.ref().project(), spec.remoteGroup().id())
                    .spec()
                    .name());
    return new Networks.Entry(
        rule.id(), spec.protocol(), spec.range(0), spec.range(1), spec.prefix(), peer);
  }

  static int count(State state, String project) {
    return state.shelf(Tables.GROUPS.type(), project).size();
  }
}

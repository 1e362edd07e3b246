package io.ecsim.ecs.launch;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.ecs.CreateServersOption;
import io.ecsim.api.ecs.LaunchTemplate;
import io.ecsim.ecs.create.Creation;
import io.ecsim.ecs.server.Names;
import io.ecsim.ecs.server.Neighbours;
import io.ecsim.ecs.template.Template;
import io.ecsim.ecs.template.TemplateTable;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import io.ecsim.sim.Tx;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings a group to the capacity it is to have: orders what is missing, gives up what is too much.
 *
 * @param cloud what servers are made of
 * @param creation makes them
 * @param table deletes them
 */
record Launching(Neighbours cloud, Creation creation, LaunchTable table) {

  /**
   * Orders the servers that are missing.
   *
   * @param crew the servers that are there
   * @return the group with its new members
   * @throws ApiError what ordering a server throws, or {@code Ecs.0005} without a template
   */
  LaunchGroup filled(Tx tx, Call call, LaunchGroup group, Crew crew) {
    Template template = template(tx.state(), call.project(), group.config().launchTemplate());
    Option option = Option.best(cloud.inventory(), group, template, group.goal().target());
    var members = new ArrayList<>(group.members());
    int paid = missing(group, crew, option, true);
    int spot = missing(group, crew, option, false);
    String base = template.data().name() == null ? group.name() : template.data().name();
    List<String> names = names(base, members.size(), paid + spot);
    var blueprint = new Blueprint(cloud.networks(), template.data());
    for (boolean stable : new boolean[] {true, false}) {
      List<String> mine = stable ? names.subList(0, paid) : names.subList(paid, names.size());
      if (!mine.isEmpty()) {
        CreateServersOption asked =
            blueprint
                .of(tx.state(), call.project(), option, !stable, price(group, option))
                .name(base)
                .count(mine.size())
                .build();
        creation.order(tx, call, asked, mine).ids().stream()
            .map(id -> new Member(id, option.weight(), stable))
            .forEach(members::add);
      }
    }
    return group.with(members);
  }

  /** Names of new servers, numbered on from those that the group has ordered before. */
  private static List<String> names(String base, int before, int more) {
    return more == 0 ? List.of() : Names.of(base, before + more).subList(before, before + more);
  }

  private static int missing(LaunchGroup group, Crew crew, Option option, boolean stable) {
    return option.count(
        BigDecimal.valueOf(group.goal().of(stable)).subtract(crew.expected(stable)));
  }

  private static String price(LaunchGroup group, Option option) {
    BigDecimal price = option.spotPrice() == null ? group.goal().spotPrice() : option.spotPrice();
    return price == null ? null : price.toPlainString();
  }

  private static Template template(State state, String project, LaunchTemplate asked) {
    Resource<Template> template =
        state.find(TemplateTable.TEMPLATES, project, asked.launchTemplateId());
    if (template == null || template.spec().data() == null) {
      throw new ApiError(
          "Ecs.0005",
          "launch_template_id %s is no template with template_data."
              .formatted(asked.launchTemplateId()));
    }
    if (!String.valueOf(Template.NUMBER).equals(asked.version())) {
      throw new ApiError(
          "Ecs.0005",
          "The launch template %s has no version '%s'."
              .formatted(asked.launchTemplateId(), asked.version()));
    }
    return template.spec();
  }

  /** Gives up the newest servers without which the capacity is still reached. */
  LaunchGroup trimmed(Tx tx, LaunchGroup group, Crew crew) {
    if (!"terminate".equals(group.goal().excess())) {
      return group;
    }
    var members = new ArrayList<>(group.members());
    for (boolean stable : new boolean[] {true, false}) {
      BigDecimal left = crew.expected(stable);
      BigDecimal wanted = BigDecimal.valueOf(group.goal().of(stable));
      for (int i = crew.present().size() - 1; i >= 0; i--) {
        Crew.Hand hand = crew.present().get(i);
        BigDecimal without = left.subtract(hand.member().weight());
        if (hand.member().stable() == stable && without.compareTo(wanted) >= 0) {
          tx.begin(table.removal(tx.state(), hand));
          members.remove(hand.member());
          left = without;
        }
      }
    }
    return group.with(members);
  }
}

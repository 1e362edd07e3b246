package io.ecsim.terraform.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.terraform.schema.Attribute;
import io.ecsim.terraform.schema.Member;
import io.ecsim.terraform.schema.NestedBlock;
import io.ecsim.terraform.schema.Schema;
import io.ecsim.terraform.value.Bag;
import io.ecsim.terraform.value.Unknown;
import io.ecsim.terraform.value.Values;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What Terraform demands of plans and of what is applied. (terraform-plugin-protocol 9.) */
final class Rules {
  private Rules() {}

  static void plan(Schema schema, Values prior, Values config, Values planned) {
    block(schema.members(), prior, config, planned, "");
  }

  private static void block(
      List<Member> members, Values prior, Values config, Values planned, String path) {
    for (Member member : members) {
      String here = path + member.name();
      Object written = config.get(member.name());
      Object plan = planned.get(member.name());
      if (member instanceof Attribute attribute) {
        attribute(here, attribute, prior.get(member.name()), written, plan);
      } else if (written != Unknown.UNKNOWN) {
        nested(here, (NestedBlock) member, prior.get(member.name()), written, plan);
      }
    }
  }

  private static void attribute(
      String here, Attribute attribute, Object prior, Object written, Object plan) {
    if (written != null) {
      boolean kept = prior != null && Objects.equals(plan, prior);
      assertThat(kept || Objects.equals(plan, written))
          .as("%s is planned as %s, but %s is written", here, plan, written)
          .isTrue();
    } else if (!attribute.use().computed()) {
      assertThat(plan).as("%s is not computed and not written", here).isNull();
    }
  }

  private static void nested(
      String here, NestedBlock block, Object prior, Object written, Object plan) {
    if (block.nesting() == NestedBlock.Nesting.SINGLE) {
      assertThat(plan == null).as("%s: absent", here).isEqualTo(written == null);
      return;
    }
    List<?> wanted = elements(written);
    List<?> planned = elements(plan);
    List<?> before = elements(prior);
    assertThat(planned).as("%s: count", here).hasSameSizeAs(wanted);
    for (int i = 0; i < wanted.size(); i++) {
      block(
          block.members(),
          Values.of(i < before.size() ? before.get(i) : null),
          Values.of(wanted.get(i)),
          Values.of(planned.get(i)),
          here + "." + i + ".");
    }
  }

  static void applied(Schema schema, Values planned, Values state) {
    assertThat(Unknown.in(state.members())).as("unknown after apply").isFalse();
    for (Member member : schema.members()) {
      promised(member.name(), planned.get(member.name()), state.get(member.name()));
    }
  }

  private static void promised(String here, Object plan, Object is) {
    if (plan == Unknown.UNKNOWN) {
      return;
    }
    if (plan instanceof Map<?, ?> members && is instanceof Map<?, ?> got) {
      assertThat(got.keySet()).as(here).isEqualTo(members.keySet());
      members.forEach((name, value) -> promised(here + "." + name, value, got.get(name)));
    } else if (plan instanceof List<?> list && is instanceof List<?> got) {
      assertThat(got).as(here).hasSameSizeAs(list);
      for (int i = 0; i < list.size(); i++) {
        promised(here + "." + i, list.get(i), got.get(i));
      }
    } else if (!Unknown.in(plan)) {
      assertThat(is).as("%s was planned", here).isEqualTo(plan);
    }
  }

  private static List<?> elements(Object value) {
    if (value instanceof Bag bag) {
      return bag.elements();
    }
    return value instanceof List<?> list ? list : List.of();
  }
}

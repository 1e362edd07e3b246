package io.ecsim.terraform.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.terraform.plan.Plan;
import io.ecsim.terraform.plan.Planner;
import io.ecsim.terraform.plan.Proposal;
import io.ecsim.terraform.schema.Attribute;
import io.ecsim.terraform.schema.Member;
import io.ecsim.terraform.schema.NestedBlock;
import io.ecsim.terraform.schema.Schema;
import io.ecsim.terraform.schema.Use;
import io.ecsim.terraform.value.Numbers;
import io.ecsim.terraform.value.Type;
import io.ecsim.terraform.value.Unknown;
import io.ecsim.terraform.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever the table, what is and what is written: plans keep Terraform's rules. */
class PlansObeyTerraformTest {
  private static final List<Type> TYPES =
      List.of(Type.STRING, Type.NUMBER, Type.BOOL, Type.list(Type.STRING), Type.map(Type.STRING));

  private static Plan plan(Schema schema, Values prior, Values config) {
    return Planner.of(schema, new Proposal(prior, config, Map.of(), false), plan -> {});
  }

  @Property
  void forAnyTableAnyStateAndAnyConfiguration(@ForAll long seed) {
    Random dice = new Random(seed);
    Schema schema = Schema.of(members(dice, 2).toArray(new Member[0])).timeout("create", "1m");
    Values prior = dice.nextInt(3) == 0 ? Values.NONE : state(schema, dice);
    Values config = config(schema, dice);

    Plan plan = plan(schema, prior, config);

    if (!plan.isLenient()) {
      Rules.plan(schema, prior, config, plan.planned());
    }
    assertThat(plan.planned().members()).containsOnlyKeys(schema.type().members().keySet());
  }

  @Property
  void whatWasAppliedNeedsNothingMore(@ForAll long seed) {
    Random dice = new Random(seed);
    Schema schema = Schema.of(members(dice, 2).toArray(new Member[0]));
    Values config = known(config(schema, dice));
    Values state = known(plan(schema, Values.NONE, config).planned());

    Plan again = plan(schema, state, config);

    assertThat(again.planned()).isEqualTo(state);
    assertThat(again.replacing()).isEmpty();
  }

  @Property
  void whatIsFixedIsRefusedOrReplacedAsTheConfigurationSays(@ForAll boolean provider) {
    Schema schema =
        Schema.of(
            Attribute.required("a", Type.STRING).fixed(),
            Attribute.optionalComputed("b", Type.STRING).fixed(),
            Attribute.enableForceNew());
    Values prior = values("x", "y", null);

    assertThat(fixed(schema, prior, values("x", null, null), provider).problems()).isEmpty();
    for (String own : new String[] {null, "true", "false"}) {
      Plan plan = fixed(schema, prior, values("z", "y", own), provider);
      boolean replaced = own == null ? provider : own.equals("true");
      assertThat(plan.replacing()).hasSize(replaced ? 1 : 0);
      assertThat(plan.problems()).hasSize(replaced ? 0 : 1);
      assertThat(plan.problems())
          .allSatisfy(p -> assertThat(p.summary()).isEqualTo("a can't be updated, x -> z"));
    }
  }

  private static Plan fixed(Schema schema, Values prior, Values config, boolean provider) {
    return Planner.of(schema, new Proposal(prior, config, Map.of(), provider), plan -> {});
  }

  private static Values values(String a, String b, String enableForceNew) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("a", a);
    members.put("b", b);
    members.put("enable_force_new", enableForceNew);
    return new Values(members);
  }

  private static List<Member> members(Random dice, int depth) {
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < 1 + dice.nextInt(5); i++) {
      String name = "m" + i;
      if (depth > 0 && dice.nextInt(4) == 0) {
        NestedBlock block =
            NestedBlock.blocks(name, 0, 0, members(dice, depth - 1).toArray(new Member[0]));
        members.add(dice.nextBoolean() ? block.replacing() : block);
      } else {
        members.add(attribute(name, dice));
      }
    }
    return members;
  }

  private static Attribute attribute(String name, Random dice) {
    Type type = TYPES.get(dice.nextInt(TYPES.size()));
    Attribute row =
        switch (dice.nextInt(5)) {
          case 0 -> Attribute.required(name, type);
          case 1 -> Attribute.optional(name, type);
          case 2 -> Attribute.computed(name, type);
          case 3 -> Attribute.optional(name, Type.STRING).byDefault("usual");
          default -> Attribute.optionalComputed(name, type);
        };
    if (row.use().configurable() && dice.nextInt(3) == 0) {
      row = dice.nextBoolean() ? row.forceNew() : row.fixed();
    }
    return row.use() == Use.COMPUTED && dice.nextInt(4) == 0 ? row.changesOnUpdate() : row;
  }

  private static Values state(Schema schema, Random dice) {
    return new Values(object(schema.members(), dice, false));
  }

  private static Values config(Schema schema, Random dice) {
    return new Values(object(schema.members(), dice, true));
  }

  private static Map<String, Object> object(List<Member> members, Random dice, boolean config) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (Member member : members) {
      object.put(member.name(), value(member, dice, config));
    }
    return object;
  }

  private static Object value(Member member, Random dice, boolean config) {
    if (member.name().equals(Schema.TIMEOUTS)) {
      Map<String, Object> timeouts = new LinkedHashMap<>();
      timeouts.put("create", dice.nextBoolean() ? "1h" : null);
      return dice.nextBoolean() ? null : timeouts;
    }
    if (member instanceof NestedBlock block) {
      List<Object> elements = new ArrayList<>();
      for (int i = 0; i < dice.nextInt(3); i++) {
        elements.add(object(block.members(), dice, config));
      }
      return config && dice.nextInt(10) == 0 ? Unknown.UNKNOWN : elements;
    }
    Use use = ((Attribute) member).use();
    if (config && !use.configurable()) {
      return null;
    }
    if (config && dice.nextInt(8) == 0) {
      return Unknown.UNKNOWN;
    }
    boolean absent = use != Use.REQUIRED && dice.nextInt(3) == 0;
    return absent ? null : some(((Attribute) member).type(), dice);
  }

  private static Object some(Type type, Random dice) {
    if (type.equals(Type.STRING)) {
      return List.of("", "a", "b", "usual").get(dice.nextInt(4));
    } else if (type.equals(Type.NUMBER)) {
      return Numbers.of(dice.nextInt(3));
    } else if (type.equals(Type.BOOL)) {
      return dice.nextBoolean();
    } else if (type instanceof Type.ListOf) {
      return dice.nextBoolean() ? List.of() : List.of("x");
    }
    return dice.nextBoolean() ? Map.of() : Map.of("k", "v");
  }

  /** The same with something instead of all that is unknown. */
  private static Values known(Values values) {
    return Values.of(known(values.members()));
  }

  private static Object known(Object value) {
    if (value instanceof Map<?, ?> members) {
      Map<String, Object> known = new LinkedHashMap<>();
      members.forEach((name, member) -> known.put((String) name, known(member)));
      return known;
    }
    if (value instanceof List<?> elements) {
      return elements.stream().map(PlansObeyTerraformTest::known).toList();
    }
    return value == Unknown.UNKNOWN ? null : value;
  }
}

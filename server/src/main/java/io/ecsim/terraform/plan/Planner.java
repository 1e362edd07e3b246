package io.ecsim.terraform.plan;

import io.ecsim.terraform.problem.Path;
import io.ecsim.terraform.schema.Attribute;
import io.ecsim.terraform.schema.Attribute.Flag;
import io.ecsim.terraform.schema.Member;
import io.ecsim.terraform.schema.NestedBlock;
import io.ecsim.terraform.schema.Schema;
import io.ecsim.terraform.schema.Use;
import io.ecsim.terraform.value.Agreement;
import io.ecsim.terraform.value.Bag;
import io.ecsim.terraform.value.Unknown;
import io.ecsim.terraform.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Plans by the table, the same way for every resource: what is written stays as it is written, what
 * is computed keeps its value or becomes unknown, and what cannot be changed in place is named.
 */
public final class Planner {
  private final Schema schema;
  private final Proposal proposal;
  private final Plan plan;

  private Planner(Schema schema, Proposal proposal) {
    this.schema = schema;
    this.proposal = proposal;
    this.plan = new Plan(proposal, new LinkedHashMap<>());
  }

  /**
   * The plan for this proposal.
   *
   * @param hook what the resource adds, after the table has spoken
   */
  public static Plan of(Schema schema, Proposal proposal, Consumer<Plan> hook) {
    var planner = new Planner(schema, proposal);
    Map<String, Object> planned =
        planner.block(Path.ROOT, schema.members(), proposal.prior(), proposal.config());
    planned.forEach(planner.plan::known);
    if (!planner.isSettled()) {
      hook.accept(planner.plan);
    }
    if (planner.isSettled()) {
      planner.settle();
    } else {
      planner.volatiles();
    }
    return planner.plan;
  }

  private boolean isSettled() {
    return !proposal.creates() && Sameness.of(schema, proposal.prior(), plan.planned());
  }

  /** No difference that counts. Terraform has to be told if there is one that does not. */
  private void settle() {
    if (!plan.planned().equals(proposal.prior())) {
      plan.lenient();
    }
    plan.settle();
  }

  private void volatiles() {
    if (!proposal.creates()) {
      schema.attributes().filter(a -> a.is(Flag.VOLATILE)).forEach(a -> plan.unknown(a.name()));
    }
  }

  private Map<String, Object> block(Path path, List<Member> members, Values prior, Values config) {
    Map<String, Object> planned = new LinkedHashMap<>();
    for (Member member : members) {
      Path here = path.name(member.name());
      Object before = prior.get(member.name());
      Object written = config.get(member.name());
      Object after =
          member instanceof Attribute attribute
              ? attribute(here, attribute, before, written)
              : nested(here, (NestedBlock) member, before, written);
      planned.put(member.name(), after);
    }
    return planned;
  }

  private Object attribute(Path path, Attribute attribute, Object before, Object written) {
    Object after = value(attribute, before, written);
    if (!proposal.creates() && !Sameness.same(before, after)) {
      changed(path, attribute.flags(), before, after);
    }
    return after;
  }

  /** What is to be said of a change here. */
  private void changed(Path path, Set<Flag> flags, Object before, Object after) {
    if (flags.contains(Flag.FORCE_NEW) || (flags.contains(Flag.FIXED) && replacesFixed())) {
      plan.replaces(path);
    } else if (flags.contains(Flag.FIXED)) {
      plan.refuse(Fixed.problem(path, before, after, flags.contains(Flag.SENSITIVE)));
    }
  }

  private boolean replacesFixed() {
    String own = proposal.config().filled(Attribute.ENABLE_FORCE_NEW);
    return own == null ? proposal.replaceFixed() : own.equals("true");
  }

  private Object value(Attribute attribute, Object before, Object written) {
    if (attribute.is(Flag.TAGS)) {
      return tags(before, written);
    } else if (attribute.is(Flag.SETTLED) && before != null) {
      return before;
    } else if (attribute.is(Flag.ADDED_TO) && saysNothingNew(attribute, before, written)) {
      return before;
    } else if (written != null || attribute.use() == Use.OPTIONAL) {
      return written;
    } else if (attribute.usual() != null) {
      return attribute.usual();
    }
    return before == null && proposal.creates() ? Unknown.UNKNOWN : before;
  }

  private boolean saysNothingNew(Attribute attribute, Object before, Object written) {
    Map<String, String> last = proposal.prior().map(attribute.name() + "_origin");
    return before instanceof Map<?, ?> there
        && written instanceof Map<?, ?> asked
        && there.entrySet().containsAll(asked.entrySet())
        && asked.keySet().containsAll(last.keySet());
  }

  /** What is configured over the provider's own; without any, those that it has are taken away. */
  private Object tags(Object before, Object written) {
    if (Unknown.in(written)) {
      return written;
    }
    Map<String, Object> tags = new LinkedHashMap<>(proposal.defaultTags());
    tags.putAll(Values.of(written).members());
    if (written == null && tags.isEmpty()) {
      return proposal.creates() ? Unknown.UNKNOWN : before == null ? null : tags;
    }
    if (written != null && !tags.equals(written)) {
      plan.lenient();
    }
    return tags;
  }

  private Object nested(Path path, NestedBlock block, Object before, Object written) {
    if (written == Unknown.UNKNOWN || block.nesting() == NestedBlock.Nesting.SINGLE) {
      return written;
    }
    if (block.nesting() == NestedBlock.Nesting.SET) {
      return unordered(path, block, before, written);
    }
    List<?> old = Bag.elementsOf(before);
    List<?> now = Bag.elementsOf(written);
    List<Object> planned = new ArrayList<>();
    for (int i = 0; i < now.size(); i++) {
      Object was = i < old.size() ? old.get(i) : null;
      planned.add(
          now.get(i) == Unknown.UNKNOWN
              ? Unknown.UNKNOWN
              : element(path.index(i), block, was, Values.of(now.get(i))));
    }
    if (!proposal.creates() && old.size() != now.size()) {
      changed(path, block.flags(), old.size() + " blocks", now.size() + " blocks");
    }
    return planned;
  }

  /** What is written, completed from what is alike; what is like nothing is new. */
  private Object unordered(Path path, NestedBlock block, Object before, Object written) {
    List<Object> old = new ArrayList<>(Bag.elementsOf(before));
    List<Object> planned = new ArrayList<>();
    for (Object one : Bag.elementsOf(written)) {
      boolean known = one != Unknown.UNKNOWN;
      Object was = known ? Agreement.take(old, one) : null;
      planned.add(known ? element(path, block, was, Values.of(one)) : one);
    }
    Bag after = new Bag(planned);
    if (!proposal.creates() && !Sameness.same(before, after)) {
      changed(path, block.flags(), before, after);
    }
    return after;
  }

  private Map<String, Object> element(Path path, NestedBlock block, Object was, Values written) {
    Map<String, Object> planned = block(path, block.members(), Values.of(was), written);
    if (was == null) {
      unknownIfComputed(block, planned);
    }
    return planned;
  }

  /** A block that is new in an object that is not: what it lacks is to be computed. */
  private static void unknownIfComputed(NestedBlock block, Map<String, Object> planned) {
    for (Member member : block.members()) {
      if (member instanceof Attribute attribute && attribute.use().computed()) {
        planned.computeIfAbsent(attribute.name(), name -> Unknown.UNKNOWN);
      }
    }
  }
}

package io.ecsim.terraform.resource;

import io.ecsim.terraform.schema.Attribute;
import io.ecsim.terraform.schema.Member;
import io.ecsim.terraform.schema.NestedBlock;
import io.ecsim.terraform.schema.Schema;
import io.ecsim.terraform.schema.Use;
import io.ecsim.terraform.value.Agreement;
import io.ecsim.terraform.value.Bag;
import io.ecsim.terraform.value.Conversion;
import io.ecsim.terraform.value.Emptiness;
import io.ecsim.terraform.value.Unknown;
import io.ecsim.terraform.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lays what the cloud told over what is known. */
final class Merge {
  private Merge() {}

  /** What is now: what was told, and for the rest what was. */
  static Map<String, Object> refreshed(Schema schema, Values current, Found found) {
    Map<String, Object> now = new LinkedHashMap<>();
    for (Member member : schema.members()) {
      Object before = current.get(member.name());
      now.put(
          member.name(),
          found.tells(member.name())
              ? told(member, before, converted(member, found.told(member.name())))
              : before);
    }
    return now;
  }

  /** What was planned, with its unknowns filled in; what nobody told is null. */
  static Map<String, Object> filled(Schema schema, Values planned, Found found) {
    Map<String, Object> now = new LinkedHashMap<>();
    for (Member member : schema.members()) {
      Object plan = planned.get(member.name());
      Object told =
          Unknown.in(plan) && found.tells(member.name())
              ? converted(member, found.told(member.name()))
              : null;
      now.put(member.name(), filled(plan, told));
    }
    return now;
  }

  private static Object converted(Member member, Object told) {
    try {
      return Conversion.to(member.type(), told);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(member.name() + ": " + e.getMessage(), e);
    }
  }

  private static Object told(Member member, Object before, Object told) {
    if (member instanceof NestedBlock block) {
      return blocks(block, before, told);
    }
    // The user's spelling: who wrote nothing is not told of an empty value.
    boolean silent = ((Attribute) member).use() == Use.OPTIONAL && before == null;
    return silent && Emptiness.of(told) ? null : told;
  }

  private static Object blocks(NestedBlock block, Object before, Object told) {
    List<Object> old = new ArrayList<>(Bag.elementsOf(before));
    List<?> now = Bag.elementsOf(told);
    List<Object> merged = new ArrayList<>();
    for (int i = 0; i < now.size(); i++) {
      Values is = Values.of(now.get(i));
      Values was =
          told instanceof Bag
              ? known(old, is)
              : i < old.size() ? Values.of(old.get(i)) : Values.NONE;
      Map<String, Object> element = new LinkedHashMap<>();
      for (Member member : block.members()) {
        Object news = is.get(member.name());
        Object kept = was.get(member.name());
        element.put(member.name(), news == null ? kept : told(member, kept, news));
      }
      merged.add(element);
    }
    return told instanceof Bag ? new Bag(merged) : merged;
  }

  /** The element of a set that was known of and says nothing else than this one is. */
  private static Values known(List<Object> old, Values is) {
    for (Object element : old) {
      if (Agreement.agrees(element, is.members())) {
        old.remove(element);
        return Values.of(element);
      }
    }
    return Values.NONE;
  }

  private static Object filled(Object plan, Object told) {
    if (plan == Unknown.UNKNOWN) {
      return told;
    }
    if (!Unknown.in(plan)) {
      return plan;
    }
    if (plan instanceof Map<?, ?> members) {
      Values seen = Values.of(told);
      Map<String, Object> filled = new LinkedHashMap<>();
      members.forEach(
          (key, value) -> filled.put((String) key, filled(value, seen.get((String) key))));
      return filled;
    }
    List<?> elements = Bag.elementsOf(plan);
    if (plan instanceof Bag) {
      List<Object> left = new ArrayList<>(Bag.elementsOf(told));
      return new Bag(elements.stream().map(one -> filled(one, Agreement.take(left, one))).toList());
    }
    List<?> seen = told instanceof List<?> list ? list : List.of();
    List<Object> filled = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      filled.add(filled(elements.get(i), i < seen.size() ? seen.get(i) : null));
    }
    return filled;
  }
}

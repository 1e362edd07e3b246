package io.ecsim.terraform.plan;

import io.ecsim.terraform.schema.Schema;
import io.ecsim.terraform.value.Bag;
import io.ecsim.terraform.value.Emptiness;
import io.ecsim.terraform.value.Values;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Whether two objects are the same to the vendor's provider: it counts neither a difference in
 * {@code timeouts} alone, nor one between nothing and an empty value. (provider-behaviour 1.1.)
 */
final class Sameness {
  private Sameness() {}

  static boolean of(Schema schema, Values before, Values after) {
    return schema.members().stream()
        .allMatch(
            member ->
                member.name().equals(Schema.TIMEOUTS)
                    || same(before.get(member.name()), after.get(member.name())));
  }

  static boolean same(Object before, Object after) {
    if (Emptiness.of(before) && Emptiness.of(after)) {
      return true;
    }
    if (before instanceof Map<?, ?> old && after instanceof Map<?, ?> now) {
      Set<Object> names = new HashSet<>(old.keySet());
      names.addAll(now.keySet());
      return names.stream().allMatch(name -> same(old.get(name), now.get(name)));
    }
    if (before instanceof List<?> old && after instanceof List<?> now) {
      return old.size() == now.size() && all(old, now);
    }
    if (before instanceof Bag old && after instanceof Bag now) {
      return old.elements().size() == now.elements().size() && together(old, now);
    }
    return Objects.equals(before, after);
  }

  private static boolean together(Bag old, Bag now) {
    List<Object> left = new ArrayList<>(now.elements());
    for (Object element : old.elements()) {
      int at = 0;
      while (at < left.size() && !same(element, left.get(at))) {
        at++;
      }
      if (at == left.size()) {
        return false;
      }
      left.remove(at);
    }
    return true;
  }

  private static boolean all(List<?> old, List<?> now) {
    for (int i = 0; i < old.size(); i++) {
      if (!same(old.get(i), now.get(i))) {
        return false;
      }
    }
    return true;
  }
}

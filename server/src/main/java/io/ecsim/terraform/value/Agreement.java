package io.ecsim.terraform.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds the elements of sets again: they have neither order nor name, only what is in them. */
public final class Agreement {
  private Agreement() {}

  /**
   * Takes the first of these elements out that has all that is said here.
   *
   * @return null if none has
   */
  public static Object take(List<Object> elements, Object said) {
    for (Object element : elements) {
      if (agrees(said, element)) {
        elements.remove(element);
        return element;
      }
    }
    return null;
  }

  /** Whether all that is said holds; what is empty or unknown says nothing. */
  public static boolean agrees(Object said, Object is) {
    if (Emptiness.of(said) || said == Unknown.UNKNOWN) {
      return true;
    }
    if (said instanceof Map<?, ?> members) {
      Values there = Values.of(is);
      return members.entrySet().stream()
          .allMatch(member -> agrees(member.getValue(), there.get((String) member.getKey())));
    }
    if (said instanceof List<?> list) {
      return is instanceof List<?> there && agree(list, there);
    }
    if (said instanceof Bag bag) {
      return is instanceof Bag there && agree(bag, there);
    }
    return said.equals(is);
  }

  private static boolean agree(List<?> said, List<?> is) {
    if (said.size() != is.size()) {
      return false;
    }
    for (int i = 0; i < said.size(); i++) {
      if (!agrees(said.get(i), is.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean agree(Bag said, Bag is) {
    List<Object> left = new ArrayList<>(is.elements());
    return said.elements().size() == left.size()
        && said.elements().stream().allMatch(one -> take(left, one) != null);
  }
}

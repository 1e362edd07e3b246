package io.ecsim.terraform.value;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A set's value. Order means nothing to it; unknown elements may occur more than once.
 *
 * @param elements in the order in which they came
 */
public record Bag(List<Object> elements) {
  /** The elements of a list or a set; none of anything else. */
  public static List<?> elementsOf(Object value) {
    if (value instanceof Bag bag) {
      return bag.elements();
    }
    return value instanceof List<?> list ? list : List.of();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bag bag && counted().equals(bag.counted());
  }

  @Override
  public int hashCode() {
    return counted().hashCode();
  }

  private Map<Object, Integer> counted() {
    Map<Object, Integer> counts = new HashMap<>();
    elements.forEach(element -> counts.merge(element, 1, Integer::sum));
    return counts;
  }
}

package io.ecsim.terraform.value;

/** A value that is known only after something has been applied. */
public enum Unknown {
  /** The only one. */
  UNKNOWN;

  /** Whether it, or anything inside, is unknown. */
  public static boolean in(Object value) {
    if (value instanceof Bag bag) {
      return in(bag.elements());
    }
    if (value instanceof Iterable<?> elements) {
      for (Object element : elements) {
        if (in(element)) {
          return true;
        }
      }
      return false;
    }
    if (value instanceof java.util.Map<?, ?> members) {
      return in(members.values());
    }
    return value == UNKNOWN;
  }
}

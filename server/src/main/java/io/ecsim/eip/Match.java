package io.ecsim.eip;

import java.util.List;

/** Conditions of lists: a key that is not there lets everything through. */
final class Match {
  private static final String ALL_PROJECTS = "all_granted_eps";

  private Match() {}

  /** Whether a value is the one wanted. */
  static boolean one(Object wanted, Object value) {
    return wanted == null || wanted.equals("") || wanted.equals(value);
  }

  /** Whether a value is among those wanted; a key may be repeated, or hold several with commas. */
  static boolean any(List<String> wanted, Object value) {
    return wanted.isEmpty()
        || wanted.stream()
            .anyMatch(some -> List.of(some.split(",")).contains(String.valueOf(value)));
  }

  /** Whether a value contains what is wanted. */
  static boolean like(String wanted, String value) {
    return wanted == null || (value != null && value.contains(wanted));
  }

  /** Whether an enterprise project is the one wanted. */
  static boolean enterprise(String wanted, String value) {
    return ALL_PROJECTS.equals(wanted) || one(wanted, value);
  }

  /** Whether an enterprise project is among those wanted. */
  static boolean enterprises(List<String> wanted, String value) {
    return wanted.contains(ALL_PROJECTS) || any(wanted, value);
  }
}

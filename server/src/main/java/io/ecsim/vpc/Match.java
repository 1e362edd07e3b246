package io.ecsim.vpc;

import java.util.List;
import java.util.Objects;

/** Conditions of lists: a key that is not there lets everything through. */
final class Match {
  private static final String ALL_PROJECTS = "all_granted_eps";

  private Match() {}

  /** Whether a value is the one wanted. */
  static boolean one(String wanted, String value) {
    return wanted == null || wanted.isEmpty() || wanted.equals(value);
  }

  /** Whether a value is among those wanted; a key may be repeated, or hold several with commas. */
  static boolean any(List<String> wanted, String value) {
    return wanted.isEmpty()
        || wanted.contains(value)
        || wanted.stream().anyMatch(some -> List.of(some.split(",")).contains(value));
  }

  /** Whether a flag is as wanted. */
  static boolean flag(Boolean wanted, boolean value) {
    return wanted == null || Objects.equals(wanted, value);
  }

  /** Whether an enterprise project is the one wanted. */
  static boolean enterprise(String wanted, String value) {
    return ALL_PROJECTS.equals(wanted) || one(wanted, value);
  }
}

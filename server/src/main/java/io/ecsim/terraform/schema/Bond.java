package io.ecsim.terraform.schema;

import java.util.List;

/**
 * What must hold of an argument and others.
 *
 * @param kind what
 * @param others by path from the root, as {@code size} or {@code bandwidth.0.size}; whether the
 *     argument itself is among them does not matter
 */
public record Bond(Kind kind, List<String> others) {
  /** What must hold. */
  public enum Kind {
    /** If it is configured, none of the others may be. */
    CONFLICTS,
    /** If it is configured, all of the others must be. */
    REQUIRES,
    /** One of all must be configured, and no more. */
    EXACTLY_ONE,
    /** One of all must be configured, or more. */
    AT_LEAST_ONE
  }
}

package io.ecsim.terraform.schema;

/** Who gives an argument its value. */
public enum Use {
  /** The configuration, always. */
  REQUIRED,
  /** The configuration, or nobody. */
  OPTIONAL,
  /** The configuration, else the cloud. */
  OPTIONAL_COMPUTED,
  /** The cloud. */
  COMPUTED;

  /** Whether the cloud may set it. */
  public boolean computed() {
    return this == OPTIONAL_COMPUTED || this == COMPUTED;
  }

  /** Whether the configuration may set it. */
  public boolean configurable() {
    return this != COMPUTED;
  }
}

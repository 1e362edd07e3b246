package io.ecsim.terraform.resource;

import io.ecsim.terraform.client.ConfiguredProvider;
import io.ecsim.terraform.value.Values;
import java.time.Duration;

/** An object to be read. */
public final class Reading extends Task {
  private final String id;
  private final Values current;

  Reading(ConfiguredProvider provider, Duration limit, String id, Values current) {
    super(provider, limit);
    this.id = id;
    this.current = current;
  }

  /** Its id. */
  public String id() {
    return id;
  }

  /** The region that it was made in, else the provider's. */
  public String region() {
    String own = current.filled("region");
    return own == null ? settings().region() : own;
  }

  /**
   * What is known of it: the last state, or what was planned. After an import little but the id.
   */
  public Values current() {
    return current;
  }
}

package io.ecsim.terraform.resource;

import io.ecsim.terraform.client.ConfiguredProvider;
import io.ecsim.terraform.value.Values;
import java.time.Duration;

/** A question to the cloud. */
public final class Query extends Task {
  private final Values config;

  Query(ConfiguredProvider provider, Duration limit, Values config) {
    super(provider, limit);
    this.config = config;
  }

  /** What is asked for. */
  public Values config() {
    return config;
  }

  /** The region that is asked for, else the provider's. */
  public String region() {
    String own = config.filled("region");
    return own == null ? settings().region() : own;
  }
}

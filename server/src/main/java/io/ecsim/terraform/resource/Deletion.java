package io.ecsim.terraform.resource;

import io.ecsim.terraform.client.ConfiguredProvider;
import io.ecsim.terraform.value.Values;
import java.time.Duration;

/** An object to be deleted. */
public final class Deletion extends Task {
  private final Values prior;

  Deletion(ConfiguredProvider provider, Duration limit, Values prior) {
    super(provider, limit);
    this.prior = prior;
  }

  /** Its id. */
  public String id() {
    return prior.text("id");
  }

  /** What it was. */
  public Values prior() {
    return prior;
  }
}

package io.ecsim.terraform.resource;

import io.ecsim.terraform.client.ConfiguredProvider;
import io.ecsim.terraform.problem.Problem;
import io.ecsim.terraform.value.Values;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** An object to be deleted. */
public final class Deletion extends Task {
  private final Values prior;
  private final List<Problem> warnings = new ArrayList<>();

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

  /** Has the user read this; nothing stops because of it. */
  public void warn(String summary) {
    warnings.add(Problem.warning(summary, ""));
  }

  List<Problem> warnings() {
    return warnings;
  }
}

package io.ecsim.terraform.resource;

import io.ecsim.terraform.client.ConfiguredProvider;
import io.ecsim.terraform.value.Unknown;
import io.ecsim.terraform.value.Values;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/** An object to be changed in place. */
public final class Change extends Task {
  private final Values prior;
  private final Values planned;
  private final Set<String> done = new LinkedHashSet<>();

  Change(ConfiguredProvider provider, Duration limit, Values prior, Values planned) {
    super(provider, limit);
    this.prior = prior;
    this.planned = planned;
  }

  /** Its id. */
  public String id() {
    return prior.text("id");
  }

  /** What it was. */
  public Values prior() {
    return prior;
  }

  /** What it shall be. */
  public Values planned() {
    return planned;
  }

  /** Whether any of these is to change. What only the cloud will know is nothing to be changed. */
  public boolean changes(String... arguments) {
    return Arrays.stream(arguments)
        .filter(name -> planned.get(name) != Unknown.UNKNOWN)
        .anyMatch(name -> !Objects.equals(prior.get(name), planned.get(name)));
  }

  /** Does this if any of these arguments is to change; if it fails, they keep what they were. */
  public void when(Runnable what, String... arguments) {
    if (changes(arguments)) {
      what.run();
      done.addAll(Arrays.asList(arguments));
    }
  }

  /** Does this whatever is to change; if it fails, these arguments keep what they were. */
  public void always(Runnable what, String... arguments) {
    what.run();
    done.addAll(Arrays.asList(arguments));
  }

  /** Which arguments have been changed. */
  Set<String> done() {
    return done;
  }
}

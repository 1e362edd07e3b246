package io.ecsim.sim;

import java.util.LinkedHashSet;
import java.util.Set;

/** What a call has shown to its client: resources and jobs. */
public final class Seen {
  private final Set<Ref> resources = new LinkedHashSet<>();
  private final Set<String> jobs = new LinkedHashSet<>();

  void resource(Ref ref) {
    resources.add(ref);
  }

  void job(String id) {
    jobs.add(id);
  }

  Set<Ref> resources() {
    return resources;
  }

  Set<String> jobs() {
    return jobs;
  }
}

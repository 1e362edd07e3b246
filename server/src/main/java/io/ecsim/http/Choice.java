package io.ecsim.http;

import io.ecsim.api.ErrorForm;
import io.ecsim.api.Operation;
import io.ecsim.http.error.Wording;
import io.ecsim.http.message.Answer;
import io.ecsim.http.message.Inbound;
import io.ecsim.http.route.Candidate;
import io.ecsim.http.route.Lookup;
import io.ecsim.sim.World;
import java.util.List;

/** Chooses among services that own the same path, where nothing but the path was given. */
final class Choice {
  private static final String JOB = "job_id";

  private final JobOwner jobs;

  Choice(JobOwner jobs) {
    this.jobs = jobs;
  }

  /** The operation that is meant, or null if there is none or no telling. */
  Candidate of(Lookup lookup, World world) {
    List<Candidate> modelled =
        lookup.candidates().stream().filter(c -> c.operation().modelled()).toList();
    List<Candidate> left = modelled.isEmpty() ? lookup.candidates() : modelled;
    if (left.size() <= 1) {
      return left.isEmpty() ? null : left.get(0);
    }
    String job = left.get(0).parameters(lookup.segments()).get(JOB);
    return job == null ? null : ofJob(left, jobs.serviceOf(world, job));
  }

  /** The owner's operation; of an unknown job the first will say that it is unknown. */
  private static Candidate ofJob(List<Candidate> candidates, String owner) {
    return candidates.stream()
        .filter(c -> c.operation().service().equals(owner))
        .findFirst()
        .orElse(candidates.get(0));
  }

  /** What to say if no operation was chosen. */
  static String unknown(Inbound request, Lookup lookup) {
    if (lookup.candidates().isEmpty()) {
      return "The API does not exist or has not been published in the environment: %s %s."
          .formatted(request.method(), request.rawPath());
    }
    List<String> owners = lookup.candidates().stream().map(c -> c.operation().service()).toList();
    return "%s %s is an API of %s. Name one by a prefix, such as /%s%s, or by the host."
        .formatted(
            request.method(),
            request.rawPath(),
            String.join(" and ", owners),
            owners.get(0),
            request.rawPath());
  }

  /**
   * The answer for a host that nothing here stands for. It is no 404, which clients take to mean
   * that a resource is gone.
   */
  static Answer foreign(Inbound request, String host) {
    String message =
        "ecsim stands for no service at %s: %s %s."
            .formatted(host, request.method(), request.rawPath());
    return Wording.of(ErrorForm.GATEWAY, 501, "ecsim.NotModelled", message, request.id());
  }

  /** The answer of an operation that only the contract knows. */
  static Answer notModelled(Operation operation, String requestId) {
    String message =
        "ecsim does not model %s (%s %s of %s)."
            .formatted(operation.id(), operation.method(), operation.path(), operation.service());
    return Wording.of(operation.errorForm(), 501, "ecsim.NotModelled", message, requestId);
  }
}

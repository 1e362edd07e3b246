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
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Chooses among services that own the same path, where nothing but the path was given. */
final class Choice {
  /** Of an unknown job the first service will say that it is unknown. */
  private static final String JOB = "job_id";

  private final PathOwner owners;

  Choice(PathOwner owners) {
    this.owners = owners;
  }

  /** The operation that is meant, or null if there is none or no telling. */
  Candidate of(Lookup lookup, World world, Inbound request) {
    List<Candidate> modelled =
        lookup.candidates().stream().filter(c -> c.operation().modelled()).toList();
    List<Candidate> left = modelled.isEmpty() ? lookup.candidates() : modelled;
    if (left.size() <= 1) {
      return left.isEmpty() ? null : left.get(0);
    }
    Map<String, String> parameters = left.get(0).parameters(lookup.segments());
    String owner = owners.serviceOf(world, services(left), parameters, request.query().keySet());
    return left.stream()
        .filter(c -> c.operation().service().equals(owner))
        .findFirst()
        .orElse(parameters.containsKey(JOB) ? left.get(0) : null);
  }

  private static Set<String> services(List<Candidate> candidates) {
    return candidates.stream().map(c -> c.operation().service()).collect(Collectors.toSet());
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

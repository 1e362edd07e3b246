package io.ecsim.terraform.resource;

import io.ecsim.terraform.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What became of a task.
 *
 * @param state what Terraform shall remember; null: nothing
 * @param problems what its user shall read
 */
public record Outcome(Map<String, Object> state, List<Problem> problems) {
  static Outcome of(Map<String, Object> state) {
    return new Outcome(state, List.of());
  }

  /** The same, with more to read. */
  Outcome and(List<Problem> more) {
    return new Outcome(state, Stream.concat(problems.stream(), more.stream()).toList());
  }
}

package io.ecsim.terraform.resource;

import io.ecsim.terraform.problem.Problem;
import java.util.List;
import java.util.Map;

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
}

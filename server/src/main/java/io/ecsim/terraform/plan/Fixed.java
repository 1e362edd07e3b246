package io.ecsim.terraform.plan;

import io.ecsim.terraform.problem.Path;
import io.ecsim.terraform.problem.Problem;
import io.ecsim.terraform.value.Unknown;
import java.math.BigDecimal;

/** What is said of a change to something that is fixed. (provider-behaviour 1.1.) */
final class Fixed {
  private Fixed() {}

  static Problem problem(Path path, Object before, Object after, boolean secret) {
    String change = secret ? "(sensitive value)" : shown(before) + " -> " + shown(after);
    return Problem.error(
            path + " can't be updated, " + change,
            "Set enable_force_new = \"true\" to have a new object made instead.")
        .at(path);
  }

  private static String shown(Object value) {
    if (value == null) {
      return "nothing";
    } else if (value == Unknown.UNKNOWN) {
      return "(known after apply)";
    }
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }
}

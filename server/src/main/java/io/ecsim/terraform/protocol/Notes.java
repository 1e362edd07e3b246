package io.ecsim.terraform.protocol;

import io.ecsim.terraform.problem.Path;
import io.ecsim.terraform.problem.Problem;
import java.util.List;

/** Problems and paths as messages. */
final class Notes {
  private static final int ERROR = 1;
  private static final int WARNING = 2;

  private Notes() {}

  static List<Messages.Diagnostic> of(List<Problem> problems) {
    return problems.stream()
        .map(
            problem ->
                new Messages.Diagnostic(
                    problem.isWarning() ? WARNING : ERROR,
                    problem.summary(),
                    problem.detail(),
                    problem.path() == null ? null : path(problem.path())))
        .toList();
  }

  static Messages.AttributePath path(Path path) {
    return new Messages.AttributePath(path.steps().stream().map(Notes::step).toList());
  }

  private static Messages.Step step(Object step) {
    return step instanceof Integer index
        ? new Messages.Step(null, null, index.longValue())
        : new Messages.Step((String) step, null, null);
  }
}

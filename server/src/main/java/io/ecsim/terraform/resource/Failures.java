package io.ecsim.terraform.resource;

import io.ecsim.terraform.client.ApiFailure;
import io.ecsim.terraform.client.NoAnswer;
import io.ecsim.terraform.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whatever stops a task, as a problem that its user can read. */
final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private Failures() {}

  /**
   * What a failure is to the user. A mistake of ours is written down as well.
   *
   * @param doing what failed, for the log: {@code creating huaweicloud_vpc}
   */
  static Problem problem(RuntimeException failure, String doing) {
    if (failure instanceof Problem problem) {
      return problem;
    } else if (failure instanceof ApiFailure refused) {
      return Problem.error(refused.line(), refused.detail());
    } else if (failure instanceof NoAnswer silence) {
      return Problem.error("no answer", silence.getMessage());
    }
    LOG.error("{} failed", doing, failure);
    return Problem.error("ecsim made a mistake", String.valueOf(failure));
  }
}

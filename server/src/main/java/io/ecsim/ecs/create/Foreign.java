package io.ecsim.ecs.create;

import io.ecsim.ecs.server.ForeignWords;
import io.ecsim.pack.Problem;

/** Refuses what other services cannot give. */
public final class Foreign {
  private Foreign() {}

  /**
   * Refuses if a neighbour has a problem.
   *
   * @throws io.ecsim.api.ApiError with the ECS code for it, {@code Ecs.0005} if there is none
   */
  public static void refuse(Problem problem) {
    Problem.refuse(ForeignWords.of(problem));
  }
}

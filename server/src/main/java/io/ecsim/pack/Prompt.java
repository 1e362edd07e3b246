package io.ecsim.pack;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.sim.Job;
import io.ecsim.sim.Phase;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Tx;
import java.util.function.Function;

/** Edges without steps, whose outcome the client learns from the answer itself. */
public final class Prompt {
  private Prompt() {}

  /**
   * Begins a plan that is over at once, or goes on behind a status that the resource shows.
   *
   * @throws ApiError if it has failed already (a fault rule struck an edge without steps)
   */
  public static Job begin(Call call, Function<Tx, Plan> plan) {
    return over(call.transact(tx -> tx.begin(plan.apply(tx))));
  }

  /** The job, unless it has failed already. */
  public static Job over(Job job) {
    if (job.phase() == Phase.FAIL) {
      throw new ApiError(job.code(), job.reason() == null ? job.edge() + " failed" : job.reason());
    }
    return job;
  }
}

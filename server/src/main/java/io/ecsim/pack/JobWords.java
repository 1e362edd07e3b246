package io.ecsim.pack;

import io.ecsim.api.ErrorCodes;
import io.ecsim.sim.Job;
import io.ecsim.sim.Phase;

/** What clients are told of a job, whichever service shows it. */
public final class JobWords {
  private JobWords() {}

  /** {@code INIT}, {@code RUNNING}, {@code SUCCESS}, {@code FAIL}; taking back is still running. */
  public static String status(Job job) {
    return job.phase() == Phase.FAILING ? Phase.RUNNING.name() : job.phase().name();
  }

  /** The code of a failed job, else null. */
  public static String code(Job job) {
    return job.phase() == Phase.FAIL ? job.code() : null;
  }

  /** Why a job failed: its own reason, else what its code means; null if it did not fail. */
  public static String reason(Job job) {
    if (job.phase() != Phase.FAIL) {
      return null;
    }
    return job.reason() != null || job.code() == null
        ? job.reason()
        : ErrorCodes.meaning(job.code());
  }
}

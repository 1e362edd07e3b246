package io.ecsim.evs.snapshot;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.sim.Refusal;
import java.util.function.Supplier;

/**
 * Two standard snapshots of one disk at a time: one code with two statuses, {@code
 * evs-lifecycle.md} c. A fault rule keeps its own words.
 */
public final class Collision {
  private static final String CODE = "EVS.2409";

  private Collision() {}

  /**
   * Does what a client asks for.
   *
   * @param status that of the answer if a snapshot of the disk is being made already
   */
  public static <T> T as(int status, Call call, Supplier<T> work) {
    try {
      return work.get();
    } catch (Refusal refusal) {
      if (refusal.struck() != null || !CODE.equals(refusal.code())) {
        throw refusal;
      }
      call.glance().refused(refusal);
      throw new ApiError(status, CODE, refusal.getMessage());
    }
  }
}

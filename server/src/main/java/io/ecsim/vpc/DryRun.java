package io.ecsim.vpc;

import io.ecsim.api.ApiError;

/** Rehearsals of the third generation are not played: better said than done for real. */
final class DryRun {
  private DryRun() {}

  static void refuse(Boolean wanted) {
    if (Boolean.TRUE.equals(wanted)) {
      throw new ApiError("VPC.9901", "dry_run true is not modelled.");
    }
  }
}

package io.ecsim.http;

import io.ecsim.sim.World;

/** Tells services apart that show their jobs on one path. */
@FunctionalInterface
public interface JobOwner {
  /** The service that this job belongs to, or null if nobody knows it. */
  String serviceOf(World world, String jobId);
}

package io.ecsim.evs.disk;

import io.ecsim.api.ApiError;
import io.ecsim.sim.State;

/** Where backups are found that disks are made from. Backups know disks, not the other way. */
@FunctionalInterface
public interface BackupSource {
  /**
   * The backup that is wanted.
   *
   * @throws ApiError EVS.1022, 1044, 1045, 1049 if it is not fit
   */
  Source of(State state, String project, NewVolume wanted);
}

package io.ecsim.evs.disk;

import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;

/**
 * What a disk is restored from.
 *
 * @param backup the backup
 * @param size GiB that its data needs
 * @param part what goes on on the backup meanwhile
 */
public record Restoration(Ref backup, int size, Plan part) {}

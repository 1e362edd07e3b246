package io.ecsim.ecs;

import io.ecsim.pack.Disks;

/**
 * A disk to be made with its server.
 *
 * @param device under which name the guest sees it: {@code /dev/vda}
 */
record NewDisk(Disks.Order order, String device) {}

package io.ecsim.ecs.server;

import io.ecsim.pack.Disks;

/**
 * A disk to be made with its server.
 *
 * @param device under which name the guest sees it: {@code /dev/vda}
 */
public record NewDisk(Disks.Order order, String device) {}

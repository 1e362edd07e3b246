package io.ecsim.ecs.server;

import io.ecsim.pack.Disks;
import io.ecsim.pack.Images;

/**
 * A system disk to be made anew.
 *
 * @param image what it is filled from
 * @param order the disk; null if the server has none that it could be like
 * @param login how one gets into the server then
 */
public record NewSystem(Images.Facts image, Disks.Order order, Login login) {}

package io.ecsim.ecs.server;

import io.ecsim.pack.Disks;
import java.util.Map;

/**
 * A disk to be made with its server.
 *
 * @param device under which name the guest sees it: {@code /dev/vda}
 */
public record NewDisk(Disks.Order order, String device) {
  /** The same, paid for by month or year. */
  public NewDisk paidBy(String id) {
    return new NewDisk(order.with(Map.of(Disks.ORDER, id)), device);
  }
}

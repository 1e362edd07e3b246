package io.ecsim.ecs.server;

import io.ecsim.inventory.Flavor;
import io.ecsim.inventory.Inventory;
import io.ecsim.inventory.Limit;
import io.ecsim.pack.Disks;
import java.util.List;

/**
 * How many disks and cards fit into a server.
 *
 * @param disks disks of all kinds, the system disk included
 * @param nics network cards
 */
public record Slots(int disks, int nics) {

  /** What fits into a server of this flavor. */
  public static Slots of(Inventory inventory, Flavor flavor) {
    return new Slots(
        least(inventory, Limit.DISKS_PER_SERVER, flavor == null ? -1 : flavor.disks()),
        least(inventory, Limit.NICS_PER_SERVER, flavor == null ? -1 : flavor.nics()));
  }

  /** What fits into this server. */
  public static Slots of(Inventory inventory, Server server) {
    return of(inventory, inventory.flavor(server.build().flavorId()));
  }

  private static int least(Inventory inventory, Limit limit, int flavor) {
    int general = inventory.limits().of(limit);
    if (general < 0 || flavor < 0) {
      return Math.max(general, flavor);
    }
    return Math.min(general, flavor);
  }

  /** How many of them are seen through virtio, which has no more names. */
  public int blk() {
    return Math.min(disks, Devices.VIRTIO_NAMES);
  }

  /** How many more disks fit beside these. */
  public int left(List<Disks.Attached> there) {
    return Math.max(0, disks - there.size());
  }

  /** How many more disks fit beside these that are seen through virtio. */
  public int leftBlk(List<Disks.Attached> there) {
    int used = (int) there.stream().filter(disk -> !disk.scsi()).count();
    return Math.min(left(there), Math.max(0, blk() - used));
  }
}

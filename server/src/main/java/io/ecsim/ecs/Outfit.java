package io.ecsim.ecs;

import io.ecsim.pack.Addresses;
import java.util.List;

/**
 * What is made together with a server.
 *
 * @param disks its disks, the system disk first
 * @param address its public address, or null for none
 */
record Outfit(List<NewDisk> disks, Addresses.Order address) {

  /** Makes the list immutable. */
  Outfit {
    disks = List.copyOf(disks);
  }
}

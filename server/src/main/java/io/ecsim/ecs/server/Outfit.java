package io.ecsim.ecs.server;

import io.ecsim.pack.Addresses;
import java.util.List;

/**
 * What is made together with a server.
 *
 * @param disks its disks, the system disk first
 * @param address its public address, or null for none
 */
public record Outfit(List<NewDisk> disks, Addresses.Order address) {

  /** Makes the list immutable. */
  public Outfit {
    disks = List.copyOf(disks);
  }
}

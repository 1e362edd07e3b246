package io.ecsim.ecs.server;

import io.ecsim.pack.Addresses;
import io.ecsim.pack.Disks;
import io.ecsim.pack.Networks;
import java.util.List;

/**
 * What is made together with a server.
 *
 * @param disks its new disks, the system disk first
 * @param present disks that are there and come to it, with their places
 * @param address its public address, or null for none
 * @param cards its cards, the primary one first; none where they are there already
 */
public record Outfit(
    List<NewDisk> disks,
    List<Attachment> present,
    Addresses.Order address,
    List<Networks.Order> cards)
    implements Disks.Wanted {

  /** Makes the lists immutable. */
  public Outfit {
    disks = List.copyOf(disks);
    present = List.copyOf(present);
    cards = List.copyOf(cards);
  }

  @Override
  public List<Disks.Order> wanted() {
    return disks.stream().map(NewDisk::order).toList();
  }
}

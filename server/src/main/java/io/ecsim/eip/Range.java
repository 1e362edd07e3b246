package io.ecsim.eip;

import io.ecsim.inventory.Cidr;
import io.ecsim.pack.Problem;
import io.ecsim.sim.Ids;
import io.ecsim.sim.State;
import java.util.HashSet;
import java.util.Set;

/**
 * The public addresses that EIPs have: a block that is set aside for tests (RFC 2544), so that what
 * is sent there by mistake reaches nobody. An address follows from the EIP's id, and no two living
 * EIPs of a world have the same.
 */
final class Range {
  private static final Cidr BLOCK = Cidr.parse("198.18.0.0/15");

  private Range() {}

  /** Why an address (null for any) cannot be had, or null. */
  static Problem problem(State state, String wanted) {
    if (wanted == null) {
      return pick(state, "") == null
          ? new Problem("VPC.0532", "No more public addresses available in %s.".formatted(BLOCK))
          : null;
    }
    long address = Cidr.address(wanted);
    return usable(address) && !taken(state).contains(address)
        ? null
        : new Problem(
            "VPC.0522", "ip_address %s is in use, or none of %s.".formatted(wanted, BLOCK));
  }

  /** A free address for the EIP with this id, or null if there is none. */
  static String pick(State state, String id) {
    Set<Long> taken = taken(state);
    long size = BLOCK.size();
    long start = Ids.below(size, id, "address");
    for (long i = 0; i < size; i++) {
      long address = BLOCK.network() + (start + i) % size;
      if (usable(address) && !taken.contains(address)) {
        return Cidr.text(address);
      }
    }
    return null;
  }

  private static boolean usable(long address) {
    return address > BLOCK.network() && address < BLOCK.last();
  }

  private static Set<Long> taken(State state) {
    var taken = new HashSet<Long>();
    state
        .everywhere(Tables.PUBLICIPS)
        .forEach(eip -> taken.add(Cidr.address(eip.spec().address())));
    return taken;
  }
}

package io.ecsim.vpc;

import io.ecsim.inventory.Cidr;
import io.ecsim.inventory.Limit;
import io.ecsim.inventory.Limits;
import io.ecsim.pack.Problem;
import io.ecsim.sim.Ids;
import io.ecsim.sim.Resource;
import io.ecsim.sim.Shelf;
import io.ecsim.sim.State;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The addresses of a subnet at one moment. Clients look servers up by address over all VPCs, so a
 * free address is one that nobody in the project has, as long as there is such a one ({@code
 * terraform-huaweicloud.md} 4.4). Which one follows from the port's id, not from who came first.
 */
final class Pool {
  /** Broadcast, DHCP and the system's own: the last addresses of each subnet. */
  private static final int KEPT = 3;

  private static final int PARTS = 3;
  private final Resource<Subnet> subnet;
  private final Cidr block;
  private final long gateway;
  private final Shelf ports;

  /** What ports are going to have that are not there yet. */
  private final Set<String> promised = new HashSet<>();

  private Pool(Resource<Subnet> subnet, Shelf ports) {
    this.subnet = subnet;
    this.ports = ports;
    this.block = subnet.spec().block();
    this.gateway = Cidr.address(subnet.spec().gateway());
  }

  /** The pool of a subnet, as the living ports of its project leave it. */
  static Pool of(State state, Resource<Subnet> subnet) {
    return new Pool(subnet, state.shelf(Tables.PORTS.type(), subnet.ref().project()));
  }

  /** Takes what a port is going to have. */
  void promise(Port port) {
    promised.add(port.address());
    promised.add(Port.in(port.subnet(), port.address()));
    promised.add(port.mac());
  }

  private boolean taken(String text) {
    return promised.contains(text) || ports.taken(text);
  }

  /** How many addresses a subnet has left. */
  static int left(State state, Resource<Subnet> subnet) {
    Cidr block = subnet.spec().block();
    int gateway = inner(block, Cidr.address(subnet.spec().gateway())) ? 1 : 0;
    int used = state.usersOf(subnet.ref(), Tables.PORTS).size();
    return (int) Math.min(Integer.MAX_VALUE, block.size() - 1 - KEPT - gateway - used);
  }

  /** Why a port with this address (null for any) cannot be had, or null if it can. */
  Problem problem(String wanted, Limits limits) {
    if (limits.exceeded(Limit.PORTS, ports.size() + 1L)) {
      return new Problem("VPC.2511", "Quota exceeded for resources: ['port'].");
    }
    if (wanted == null) {
      return pick("") == null
          ? new Problem(
              "VPC.0703", "No more IP addresses available on network %s.".formatted(subnet.id()))
          : null;
    }
    long address = Cidr.address(wanted);
    if (address < 0 || !block.contains(address)) {
      return new Problem(
          "VPC.0705",
          "ip_address %s is not a valid address of the subnet %s (%s)."
              .formatted(wanted, subnet.id(), block));
    }
    if (!usable(address)) {
      return new Problem(
          "VPC.0705", "ip_address %s is kept for the system in %s.".formatted(wanted, block));
    }
    return here(wanted)
        ? new Problem("VPC.0701", "ip_address %s is in use.".formatted(wanted))
        : null;
  }

  /** A free address for the port with this id, or null if there is none. */
  String pick(String port) {
    String alone = pick(port, this::taken);
    return alone == null ? pick(port, this::here) : alone;
  }

  private boolean here(String address) {
    return taken(Port.in(subnet.ref(), address));
  }

  private String pick(String port, Predicate<String> taken) {
    long size = block.size();
    long start = Ids.below(size, port, "address");
    for (long i = 0; i < size; i++) {
      long address = block.network() + (start + i) % size;
      if (usable(address) && !taken.test(Cidr.text(address))) {
        return Cidr.text(address);
      }
    }
    return null;
  }

  /** A hardware address for the port with this id that no other port has. */
  String mac(String port) {
    for (int i = 0; ; i++) {
      String hex = Ids.hex(port, "mac", i);
      var mac = new StringBuilder("fa:16:3e");
      for (int part = 0; part < PARTS; part++) {
        mac.append(':').append(hex, part * 2, part * 2 + 2);
      }
      if (!taken(mac.toString())) {
        return mac.toString();
      }
    }
  }

  private boolean usable(long address) {
    return address != gateway && inner(block, address);
  }

  private static boolean inner(Cidr block, long address) {
    return address > block.network() && address <= block.last() - KEPT;
  }
}

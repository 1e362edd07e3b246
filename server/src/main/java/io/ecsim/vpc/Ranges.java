package io.ecsim.vpc;

import io.ecsim.api.ApiError;
import io.ecsim.inventory.Cidr;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.Optional;

/** Which blocks of addresses VPCs and subnets may have. */
final class Ranges {
  private static final int VPC_LEAST = 8;
  private static final int MOST = 28;

  private Ranges() {}

  /** The block of a VPC: null or empty for any addresses. */
  static String vpc(Generation generation, String cidr) {
    if (cidr == null || cidr.isEmpty()) {
      return "";
    }
    Cidr block = Cidr.parse(cidr);
    if (block == null || block.bits() < VPC_LEAST || block.bits() > MOST) {
      throw new ApiError(
          400,
          generation == Generation.V1 ? "VPC.0101" : "VPC.9911",
          "cidr %s is no block from /8 to /28 without host bits.".formatted(cidr));
    }
    return cidr;
  }

  /** A VPC's block still holds its subnets. */
  static void holds(State state, Resource<Vpc> vpc, Vpc changed) {
    for (Resource<Subnet> subnet : state.usersOf(vpc.ref(), Tables.SUBNETS)) {
      if (!changed.contains(subnet.spec().block())) {
        throw new ApiError(
            "VPC.0117",
            "cidr %s would not contain %s of the %s."
                .formatted(changed.cidr(), subnet.spec().cidr(), subnet.ref()));
      }
    }
  }

  /** The block of a new subnet: in its VPC, apart from its neighbours. */
  static void subnet(State state, Resource<Vpc> vpc, String cidr) {
    Cidr block = Cidr.parse(cidr);
    if (block == null || block.bits() > MOST) {
      throw new ApiError(
          "VPC.0212", "cidr %s is no block up to /28 without host bits.".formatted(cidr));
    }
    if (!vpc.spec().contains(block)) {
      throw new ApiError(
          "VPC.0203",
          "cidr %s is not in the range %s of the VPC.".formatted(cidr, vpc.spec().cidr()));
    }
    neighbour(state, vpc.ref(), block)
        .ifPresent(
            other -> {
              throw new ApiError(
                  "VPC.0204",
                  "cidr %s overlaps with %s of the %s."
                      .formatted(cidr, other.spec().cidr(), other.ref()));
            });
  }

  /** The gateway lies in its subnet. */
  static void gateway(String gateway, Cidr block) {
    long address = Cidr.address(gateway);
    boolean inside = block.contains(address) && address != block.network();
    if (!inside || address == block.last()) {
      throw new ApiError(
          "VPC.0201", "gateway_ip %s is no address in %s.".formatted(gateway, block));
    }
  }

  /** A subnet of the VPC that has addresses of this block, if any. */
  static Optional<Resource<Subnet>> neighbour(State state, Ref vpc, Cidr block) {
    return state.usersOf(vpc, Tables.SUBNETS).stream()
        .filter(other -> other.spec().block().overlaps(block))
        .findFirst();
  }
}

package io.ecsim.vpc;

import io.ecsim.inventory.Cidr;
import io.ecsim.sim.Spec;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A VPC.
 *
 * @param cidr its addresses; empty for any
 * @param enterpriseProject the enterprise project's id; {@code 0} for the default one
 * @param extendCidrs secondary blocks
 * @param routes destination and next hop, by destination
 */
record Vpc(
    String name,
    String cidr,
    String description,
    String enterpriseProject,
    List<String> extendCidrs,
    Map<String, String> routes,
    Map<String, String> tags)
    implements Spec {

  /** Whether a block lies in one of its own. */
  boolean contains(Cidr block) {
    return cidr.isEmpty()
        || Stream.concat(Stream.of(cidr), extendCidrs.stream())
            .map(Cidr::parse)
            .filter(Objects::nonNull)
            .anyMatch(own -> own.contains(block));
  }

  Vpc withExtendCidrs(List<String> changed) {
    return new Vpc(name, cidr, description, enterpriseProject, changed, routes, tags);
  }

  Vpc withTags(Map<String, String> changed) {
    return new Vpc(name, cidr, description, enterpriseProject, extendCidrs, routes, changed);
  }
}

package io.ecsim.ecs.create;

import io.ecsim.inventory.Flavor;
import io.ecsim.pack.Addresses;
import io.ecsim.pack.Images;
import io.ecsim.pack.Networks;
import java.util.List;
import java.util.Map;

/**
 * What a request to make servers has chosen, looked up and found fit.
 *
 * @param flavor the flavor
 * @param image what the system disk is made from
 * @param zone the zone asked for, or one that sells the flavor
 * @param nics the cards, the primary one first
 * @param groups ids of the security groups, in order
 * @param address the public address, or null for none
 * @param labels the tags
 */
record Choice(
    Flavor flavor,
    Images.Facts image,
    String zone,
    List<Networks.Order> nics,
    List<String> groups,
    Addresses.Order address,
    Map<String, String> labels) {
  /** The same with other tags. */
  Choice labelled(Map<String, String> others) {
    return new Choice(flavor, image, zone, nics, groups, address, others);
  }
}

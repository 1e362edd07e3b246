package io.ecsim.ecs.server;

import java.util.List;

/**
 * What a server is made of.
 *
 * @param flavorId its flavor; a server keeps no copy of it
 * @param imageId the image its system disk is made from
 * @param zone its availability zone
 * @param vpcId the VPC of its first card
 * @param groups ids of its security groups in the order they were asked for
 * @param hints where it was asked to be put
 * @param moves how often it has been brought to another host
 * @param options what it was asked to have switched on
 */
public record Build(
    String flavorId,
    String imageId,
    String zone,
    String vpcId,
    List<String> groups,
    Hints hints,
    int moves,
    Options options) {

  public Build {
    groups = List.copyOf(groups);
  }

  Build withFlavor(String flavor) {
    return new Build(flavor, imageId, zone, vpcId, groups, hints, moves, options);
  }

  /** The same on this dedicated host, or on one that is shared where it is null. */
  Build to(String host) {
    Hints to = new Hints(hints.group(), host == null ? null : "dedicated", host);
    return new Build(flavorId, imageId, zone, vpcId, groups, to, moves, options);
  }

  /** The same so many hosts further on than usual. */
  Build on(int newMoves) {
    return new Build(flavorId, imageId, zone, vpcId, groups, hints, newMoves, options);
  }

  Build inVpc(String vpc) {
    return new Build(flavorId, imageId, zone, vpc, groups, hints, moves, options);
  }

  Build with(Options others) {
    return new Build(flavorId, imageId, zone, vpcId, groups, hints, moves, others);
  }

  Build withImage(String image) {
    return new Build(flavorId, image, zone, vpcId, groups, hints, moves, options);
  }
}

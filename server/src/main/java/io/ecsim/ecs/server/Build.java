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
 * @param options what it was asked to have switched on
 */
public record Build(
    String flavorId,
    String imageId,
    String zone,
    String vpcId,
    List<String> groups,
    Hints hints,
    Options options) {

  public Build {
    groups = List.copyOf(groups);
  }
}

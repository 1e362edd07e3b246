package io.ecsim.ecs.server;

import io.ecsim.pack.Networks;

/**
 * A card that a server is to get.
 *
 * @param port the id of its port, there already or to be made
 * @param vpcId the VPC it is in
 * @param order what it shall be
 */
public record NewNic(String port, String vpcId, Networks.Order order) {

  /** Whether the port has been there before. */
  public boolean lent() {
    return order.port() != null;
  }
}

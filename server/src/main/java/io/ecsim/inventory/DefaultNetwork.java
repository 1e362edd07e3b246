package io.ecsim.inventory;

/**
 * What each project finds as its first network.
 *
 * @param vpc the VPC's name
 * @param vpcCidr the VPC's addresses
 * @param subnet the subnet's name
 * @param subnetCidr the subnet's addresses
 * @param gateway the subnet's gateway address
 * @param group the security group's name; it cannot be deleted
 */
public record DefaultNetwork(
    String vpc, String vpcCidr, String subnet, String subnetCidr, String gateway, String group) {

  /** The network of the built-in inventory. */
  public static final DefaultNetwork BUILT_IN =
      new DefaultNetwork(
          "vpc-default",
          "192.168.0.0/16",
          "subnet-default",
          "192.168.0.0/24",
          "192.168.0.1",
          "default");
}

/**
 * The network: VPCs, subnets, ports, security groups and their rules. Tables say how they live;
 * each API generation (v1, v3, native v2.0) is a view of the same resources. Facts: {@code
 * terraform-huaweicloud.md} 3.2 and 4.4, {@code definitions/vpc.json}; codes: the vendor's list of
 * VPC error codes.
 */
package io.ecsim.vpc;

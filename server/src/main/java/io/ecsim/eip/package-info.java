/**
 * Elastic IPs and bandwidths: public addresses that ports are given, and what they share the way
 * out with. A table says how each lives; {@code /v1}, {@code /v2.0} and {@code /v3} are views of
 * the same resources. Facts: {@code terraform-huaweicloud.md} 3.3, {@code provider-behaviour.md}
 * 4.1, {@code definitions/eip.json}; codes: the vendor's list of EIP error codes.
 */
package io.ecsim.eip;

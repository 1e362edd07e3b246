/**
 * Everything between a socket and a service: routing, who calls, validation against the contract,
 * error bodies. It knows the generated contract and the kernel, but no pack.
 */
package io.ecsim.http;

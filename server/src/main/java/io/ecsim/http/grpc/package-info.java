/**
 * gRPC calls on the one port, as far as Terraform's plugin protocol needs them: unary, in clear.
 */
package io.ecsim.http.grpc;

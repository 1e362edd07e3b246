/**
 * What every generated interface speaks: an {@linkplain io.ecsim.api.Operation operation} of the
 * contract, the {@linkplain io.ecsim.api.Call call} it answers, the {@linkplain io.ecsim.api.Reply
 * reply}, and the {@linkplain io.ecsim.api.ApiError error} it may end in. Knows no HTTP server.
 */
package io.ecsim.api;

package io.ecsim.vpc;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.sim.Lifecycle;
import io.ecsim.sim.Resource;
import io.ecsim.sim.Spec;

/** The two generations of the API: the same rules, other codes. */
enum Generation {
  /** {@code /v1}: a code for each kind of resource. */
  V1,
  /** {@code /v3}: a code for each kind of trouble. */
  V3;

  /** The resource with this id, which is shown. */
  <S extends Spec> Resource<S> require(Call call, Lifecycle<?, S> type, String id) {
    if (this == V1) {
      return call.glance().require(type, call.project(), id);
    }
    Resource<S> found = call.glance().find(type, call.project(), id);
    if (found == null) {
      throw new ApiError("VPC.9904", "The %s %s could not be found.".formatted(type, id));
    }
    return found;
  }

  /** A request that is not valid; {@code v1} is the first generation's code for it. */
  ApiError invalid(String v1, String message) {
    return new ApiError(this == V1 ? v1 : "VPC.9901", message);
  }

  /** Something is there already, or still needed. */
  ApiError conflict(String v1, String message) {
    return new ApiError(409, this == V1 ? v1 : "VPC.9902", message);
  }

  /** There may not be more of these: {@code router}, {@code security_group}. */
  ApiError quota(String v1, String what) {
    return new ApiError(
        409, this == V1 ? v1 : "VPC.9905", "Quota exceeded for resources: ['%s'].".formatted(what));
  }
}

package io.ecsim.eip;

import io.ecsim.sim.Status;

/** How an EIP is, in the API's own words. */
enum PublicipStatus implements Status {
  PENDING_CREATE,
  /** There, and bound to nothing. */
  DOWN,
  BINDING,
  /** Bound, and its port reached through it. */
  ACTIVE,
  PENDING_DELETE,
  BIND_ERROR,
  ERROR;

  @Override
  public String label() {
    return name();
  }
}

package io.ecsim.kms;

import io.ecsim.sim.Status;

/** How a key pair is. The API shows no status of it. */
enum KeyPairStatus implements Status {
  ACTIVE;

  @Override
  public String label() {
    return name();
  }
}

package io.ecsim.evs.transfer;

import io.ecsim.sim.Status;

/** The statuses of an offer. The API shows none: the disk's {@code awaiting-transfer} tells. */
public enum TransferStatus implements Status {
  /** Nobody has accepted it yet. */
  PENDING;

  @Override
  public String label() {
    return "pending";
  }
}

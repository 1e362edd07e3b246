package io.ecsim.eip;

import io.ecsim.pack.Problem;

/** How much bandwidths can have, and how they are charged. */
final class Sizes {
  private Sizes() {}

  /** Why a bandwidth cannot be so, or null. */
  static Problem problem(Share share, Integer size, String mode) {
    if (size == null) {
      return new Problem(
          "VPC.0301", "bandwidth.size is missing; share_type %s needs it.".formatted(share));
    }
    if (size < share.least() || size > Share.MOST) {
      return new Problem(
          "VPC.0301",
          "bandwidth.size %d is not within %d to %d.".formatted(size, share.least(), Share.MOST));
    }
    return share.charged(mode)
        ? null
        : new Problem(
            "VPC.0301",
            "bandwidth.charge_mode '%s' is not for share_type %s.".formatted(mode, share));
  }
}

package io.ecsim.ecs.create;

import io.ecsim.api.ApiError;

/** What the cloud can do and ecsim cannot: said, not silently left out. */
public final class Unmodelled {
  private static final int NOT_IMPLEMENTED = 501;

  private Unmodelled() {}

  /** The error for a request that uses this. */
  public static ApiError use(String what) {
    return new ApiError(
        NOT_IMPLEMENTED, "ecsim.NotModelled", "ecsim does not model %s.".formatted(what));
  }

  /**
   * Refuses what is not modelled.
   *
   * @throws ApiError HTTP 501 that names it
   */
  public static void refuse(boolean used, String what) {
    if (used) {
      throw use(what);
    }
  }
}

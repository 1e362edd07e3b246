package io.ecsim.ecs.view;

import io.ecsim.api.ApiError;

/** Failed calls to the native API behind this one, worded as clients know them. */
public final class Backend {
  private Backend() {}

  /**
   * Something is not there: the code of a failed call whose message carries the backend's fault
   * ({@code terraform-huaweicloud.md} 6.2).
   */
  public static ApiError notFound(String what) {
    return new ApiError(
        "Ecs.1000", "{\"itemNotFound\": {\"message\": \"%s\", \"code\": 404}}".formatted(what));
  }
}

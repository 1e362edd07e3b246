package io.ecsim.api;

/** How OpenStack's own operations name a request: {@code ecs-lifecycle.md} e. */
public final class NativeId {
  private static final int DIGITS = 32;

  private NativeId() {}

  /**
   * The native name of a request: {@code req-} and its id as a UUID.
   *
   * @param request the id of {@link Call#requestId}; what is not of 32 digits stays as it is
   */
  public static String of(String request) {
    return request.length() == DIGITS
        ? "req-"
            + String.join(
                "-",
                request.substring(0, 8),
                request.substring(8, 12),
                request.substring(12, 16),
                request.substring(16, 20),
                request.substring(20))
        : "req-" + request;
  }
}

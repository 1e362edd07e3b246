package io.ecsim.ecs.server;

/**
 * Where a server comes from.
 *
 * @param door the API that made it: {@code v1}, {@code v1.1}, or {@link #NATIVE}
 * @param userId who made it, 32 hexadecimal digits
 * @param reservationId what all servers of one request share: {@code r-0a1b2c3d}
 * @param index its place among them, from 0
 */
public record Origin(String door, String userId, String reservationId, int index) {
  /** The native door, {@code v2.1}. */
  public static final String NATIVE = "v2.1";
}

package io.ecsim.api;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer that chooses its own status among the declared ones, or carries headers.
 *
 * @param status the HTTP status; 0 means the operation's usual one
 * @param body the body, or null for none
 * @param headers headers beside the common ones
 */
public record Reply<T>(int status, T body, Map<String, String> headers) {

  /** The usual status with this body. */
  public static <T> Reply<T> of(T body) {
    return new Reply<>(0, body, Map.of());
  }

  /** One of the other declared statuses. */
  public static <T> Reply<T> of(int status, T body) {
    return new Reply<>(status, body, Map.of());
  }

  /** The same reply with one header more. */
  public Reply<T> header(String name, String value) {
    var all = new LinkedHashMap<>(headers);
    all.put(name, value);
    return new Reply<>(status, body, all);
  }
}

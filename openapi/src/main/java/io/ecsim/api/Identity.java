package io.ecsim.api;

/**
 * Who calls, as far as the request says. Any credential will do, so nothing here is proof.
 *
 * @param user access key or user name without the {@code @world} part, or null
 * @param domain the domain id of header or token, or null
 * @param token the token that came with the request, or null
 */
public record Identity(String user, String domain, String token) {
  /** A request that names nobody. */
  public static final Identity NOBODY = new Identity(null, null, null);
}

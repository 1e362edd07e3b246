package io.ecsim.http.who;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The user that a client names to its proxy: {@code http://USER:x@127.0.0.1:8480}. */
public final class ProxyUser {
  private static final String BASIC = "Basic ";

  private ProxyUser() {}

  /**
   * The user in a header {@code Proxy-Authorization}.
   *
   * @param authorization the header, or null
   * @return the user, or null if none can be read
   */
  public static String of(String authorization) {
    if (authorization == null || !authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      return null;
    }
    try {
      byte[] decoded = Base64.getDecoder().decode(authorization.substring(BASIC.length()).trim());
      String pair = new String(decoded, StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return colon < 0 ? pair : pair.substring(0, colon);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}

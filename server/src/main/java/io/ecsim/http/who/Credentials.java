package io.ecsim.http.who;

import io.ecsim.http.message.Inbound;

/** What the credentials in a request's headers name. */
final class Credentials {
  private Credentials() {}

  /** The access key of a signature: {@code SDK-HMAC-SHA256 Access=KEY, …}; or null. */
  static String accessKey(Inbound request) {
    String authorization = request.header("Authorization");
    String named = after(authorization, "Access=");
    String key = named == null ? after(authorization, "Credential=") : named;
    return key == null ? null : upTo(key, ", /");
  }

  private static String after(String text, String mark) {
    int at = text == null ? -1 : text.indexOf(mark);
    return at < 0 ? null : text.substring(at + mark.length());
  }

  private static String upTo(String text, String ends) {
    int end = 0;
    while (end < text.length() && ends.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.substring(0, end);
  }
}

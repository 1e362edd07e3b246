package io.ecsim.terraform.catalog.ecs;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** What a server's first start runs. (provider-behaviour 2.1.) */
final class UserData {
  private UserData() {}

  /** As the cloud wants it: in Base64, in which it may be written already. */
  static String encoded(String written) {
    return isEncoded(written.replace("\r", "").replace("\n", ""))
        ? written
        : Base64.getEncoder().encodeToString(written.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isEncoded(String text) {
    try {
      Base64.getDecoder().decode(text);
      return text.length() % 4 == 0;
    } catch (IllegalArgumentException plain) {
      return false;
    }
  }

  /** As the vendor's provider remembers it: the SHA-1 of what is written. */
  static String remembered(String written) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      return HexFormat.of().formatHex(digest.digest(written.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }
}

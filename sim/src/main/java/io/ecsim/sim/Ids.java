package io.ecsim.sim;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Ids and dice: hashes of what a thing is, never a random stream, so that the same seed and
 * requests give the same ids in any order of clients.
 */
public final class Ids {
  private Ids() {}

  /** A lower-case UUID of version 4 shape. */
  public static String uuid(Object... parts) {
    byte[] hash = hash(parts);
    hash[6] = (byte) ((hash[6] & 0x0f) | 0x40);
    hash[8] = (byte) ((hash[8] & 0x3f) | 0x80);
    String hex = HexFormat.of().formatHex(hash, 0, 16);
    return hex.substring(0, 8)
        + '-'
        + hex.substring(8, 12)
        + '-'
        + hex.substring(12, 16)
        + '-'
        + hex.substring(16, 20)
        + '-'
        + hex.substring(20);
  }

  /** 32 lower-case hexadecimal digits. */
  public static String hex(Object... parts) {
    return HexFormat.of().formatHex(hash(parts), 0, 16);
  }

  /** A number that is spread evenly over 0 (inclusive) to bound (exclusive). */
  public static long below(long bound, Object... parts) {
    byte[] hash = hash(parts);
    long number = 0;
    for (int i = 0; i < 7; i++) {
      number = (number << 8) | (hash[i] & 0xff);
    }
    return number % bound;
  }

  private static byte[] hash(Object... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Object part : parts) {
        byte[] bytes = String.valueOf(part).getBytes(StandardCharsets.UTF_8);
        digest.update((byte) (bytes.length >>> 8));
        digest.update((byte) bytes.length);
        digest.update(bytes);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

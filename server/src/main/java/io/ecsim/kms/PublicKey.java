package io.ecsim.kms;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** A public key in the form of {@code authorized_keys}: RFC 4253, section 6.6. */
final class PublicKey {
  private final String kind;
  private final byte[] blob;

  private PublicKey(String kind, byte[] blob) {
    this.kind = kind;
    this.blob = blob;
  }

  /** The key that a line means, or null if it means none. */
  static PublicKey parse(String line) {
    String[] words = line.strip().split("\\s+", 3);
    if (words.length < 2) {
      return null;
    }
    byte[] blob;
    try {
      blob = Base64.getDecoder().decode(words[1]);
    } catch (IllegalArgumentException e) {
      return null;
    }
    return words[0].equals(first(blob)) ? new PublicKey(words[0], blob) : null;
  }

  private static String first(byte[] blob) {
    byte[] bytes = field(ByteBuffer.wrap(blob));
    return bytes == null ? null : new String(bytes, StandardCharsets.US_ASCII);
  }

  private static byte[] field(ByteBuffer blob) {
    if (blob.remaining() < Integer.BYTES) {
      return null;
    }
    int length = blob.getInt();
    if (length < 0 || length > blob.remaining()) {
      return null;
    }
    byte[] field = new byte[length];
    blob.get(field);
    return field;
  }

  /** MD5 of the key as 16 bytes between colons. */
  String fingerprint() {
    try {
      return HexFormat.ofDelimiter(":").formatHex(MessageDigest.getInstance("MD5").digest(blob));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }

  /** What the API calls its algorithm. */
  String algorithm() {
    return switch (kind) {
      case "ssh-rsa" -> "SSH_RSA_" + bits();
      case "ssh-ed25519" -> "SSH_ED25519";
      default -> kind.replace("ecdsa-sha2-nistp", "SSH_ECDSA_SHA2_NISTP");
    };
  }

  /** The length of an RSA key: its modulus is the third field, perhaps with a zero in front. */
  private int bits() {
    ByteBuffer fields = ByteBuffer.wrap(blob);
    field(fields);
    field(fields);
    byte[] modulus = field(fields);
    return modulus == null || modulus.length == 0
        ? 0
        : (modulus.length - (modulus[0] == 0 ? 1 : 0)) * Byte.SIZE;
  }

  /**
   * A text that only the private key opens: RFC 8017, section 7.2.1.
   *
   * @param salt what the padding follows from
   * @return Base64, or null if this is no RSA key
   */
  String sealed(String text, String salt) {
    if (!kind.equals("ssh-rsa")) {
      return null;
    }
    ByteBuffer fields = ByteBuffer.wrap(blob);
    field(fields);
    var exponent = new BigInteger(1, field(fields));
    var modulus = new BigInteger(1, field(fields));
    byte[] message = text.getBytes(StandardCharsets.UTF_8);
    byte[] block = new byte[(modulus.bitLength() + Byte.SIZE - 1) / Byte.SIZE];
    int gap = block.length - message.length - 1;
    var dice = new Dice(salt);
    block[1] = 2;
    for (int i = 2; i < gap; i++) {
      block[i] = (byte) (1 + dice.nextInt(255));
    }
    System.arraycopy(message, 0, block, gap + 1, message.length);
    byte[] sealed = new BigInteger(1, block).modPow(exponent, modulus).toByteArray();
    byte[] full = new byte[block.length];
    int length = Math.min(sealed.length, full.length);
    System.arraycopy(sealed, sealed.length - length, full, full.length - length, length);
    return Base64.getEncoder().encodeToString(full);
  }
}

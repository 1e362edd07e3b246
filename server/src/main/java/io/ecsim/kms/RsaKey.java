package io.ecsim.kms;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;

/**
 * An RSA key that works, made from numbers that follow from a name, so that the same world makes
 * the same key. Worth nothing as a secret.
 *
 * @param p the greater prime
 * @param q the other prime
 */
record RsaKey(BigInteger p, BigInteger q) {
  private static final int BITS = 2048;
  private static final BigInteger E = BigInteger.valueOf(65537);
  private static final int SEQUENCE = 0x30;
  private static final int INTEGER = 0x02;
  private static final int LINE = 64;

  /** The key that belongs to this name. */
  static RsaKey of(String name) {
    Random dice = new Dice(name);
    while (true) {
      BigInteger one = prime(dice);
      BigInteger two = prime(dice);
      RsaKey key = new RsaKey(one.max(two), one.min(two));
      if (!one.equals(two) && key.modulus().bitLength() == BITS) {
        return key;
      }
    }
  }

  /** A prime that goes with the exponent. */
  private static BigInteger prime(Random dice) {
    while (true) {
      BigInteger prime = BigInteger.probablePrime(BITS / 2, dice);
      if (less(prime).gcd(E).equals(BigInteger.ONE)) {
        return prime;
      }
    }
  }

  private static BigInteger less(BigInteger prime) {
    return prime.subtract(BigInteger.ONE);
  }

  BigInteger modulus() {
    return p.multiply(q);
  }

  /** The public key as a line of {@code authorized_keys}. */
  String publicKey() {
    byte[] kind = "ssh-rsa".getBytes(StandardCharsets.US_ASCII);
    byte[] e = E.toByteArray();
    byte[] n = modulus().toByteArray();
    ByteBuffer blob =
        ByteBuffer.allocate(3 * Integer.BYTES + kind.length + e.length + n.length)
            .putInt(kind.length)
            .put(kind)
            .putInt(e.length)
            .put(e)
            .putInt(n.length)
            .put(n);
    return "ssh-rsa " + Base64.getEncoder().encodeToString(blob.array()) + " Generated-by-ecsim\n";
  }

  /** The private key as PEM: RFC 8017, A.1.2. */
  String privateKey() {
    BigInteger d = E.modInverse(less(p).multiply(less(q)));
    var numbers = new ByteArrayOutputStream();
    for (BigInteger number :
        new BigInteger[] {
          BigInteger.ZERO, modulus(), E, d, p, q, d.mod(less(p)), d.mod(less(q)), q.modInverse(p)
        }) {
      numbers.writeBytes(der(INTEGER, number.toByteArray()));
    }
    String text =
        Base64.getMimeEncoder(LINE, new byte[] {'\n'})
            .encodeToString(der(SEQUENCE, numbers.toByteArray()));
    return "-----BEGIN RSA PRIVATE KEY-----\n" + text + "\n-----END RSA PRIVATE KEY-----\n";
  }

  private static byte[] der(int tag, byte[] content) {
    var out = new ByteArrayOutputStream();
    out.write(tag);
    byte[] length = BigInteger.valueOf(content.length).toByteArray();
    if (content.length < 128) {
      out.write(content.length);
    } else {
      int zero = length[0] == 0 ? 1 : 0;
      out.write(0x80 | length.length - zero);
      out.write(length, zero, length.length - zero);
    }
    out.writeBytes(content);
    return out.toByteArray();
  }
}

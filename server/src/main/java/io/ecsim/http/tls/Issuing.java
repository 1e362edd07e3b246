package io.ecsim.http.tls;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Makes key pairs (ECDSA on P-256) and certificates (X.509 v3: RFC 5280, section 4.1). The JDK
 * reads certificates but offers nothing to write them.
 *
 * <p>Keys, serial numbers and validity are of the real world, not of a simulated one.
 */
final class Issuing {
  /** As long as clients accept of a server: 397 days. */
  private static final Duration LIFE = Duration.ofDays(397);

  /** Clocks of clients may be late. */
  private static final Duration SKEW = Duration.ofDays(1);

  private static final int SERIAL_BITS = 127;
  private static final byte[] ECDSA_WITH_SHA256 = Der.sequence(Der.objectId("1.2.840.10045.4.3.2"));
  private static final String COMMON_NAME = "2.5.4.3";

  private Issuing() {}

  static KeyPair newKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Hexadecimal digits that nobody has had before. */
  static String unique() {
    return newSerial().toString(16);
  }

  /** A certificate with these extensions, valid from yesterday on. */
  static X509Certificate certificate(
      String subject,
      PublicKey subjectKey,
      String issuer,
      PrivateKey issuerKey,
      List<byte[]> extensions) {
    Instant begin = Instant.now().minus(SKEW);
    byte[] content =
        Der.sequence(
            Der.group(0, Der.integer(BigInteger.TWO)),
            Der.integer(newSerial()),
            ECDSA_WITH_SHA256,
            name(issuer),
            Der.sequence(Der.time(begin), Der.time(begin.plus(LIFE))),
            name(subject),
            subjectKey.getEncoded(),
            Der.group(3, Der.sequence(extensions.toArray(byte[][]::new))));
    return read(
        Der.sequence(content, ECDSA_WITH_SHA256, Der.bits(0, signature(issuerKey, content))));
  }

  private static byte[] name(String commonName) {
    return Der.sequence(Der.set(Der.sequence(Der.objectId(COMMON_NAME), Der.utf8(commonName))));
  }

  private static byte[] signature(PrivateKey key, byte[] content) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(key);
      signature.update(content);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static X509Certificate read(byte[] encoded) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(encoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Positive and never zero. */
  private static BigInteger newSerial() {
    return new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(SERIAL_BITS - 1);
  }
}

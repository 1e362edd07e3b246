package io.ecsim.http.tls;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Extensions of a certificate: RFC 5280, section 4.2.1. */
final class Extensions {
  private static final int DNS_NAME = 2;
  private static final int IP_ADDRESS = 7;

  private Extensions() {}

  /** Whether others are issued with it; if so, none that issue in turn. */
  static byte[] basicConstraints(boolean authority) {
    byte[] value =
        authority ? Der.sequence(Der.yes(), Der.integer(BigInteger.ZERO)) : Der.sequence();
    return critical("2.5.29.19", value);
  }

  /** For signing certificates. */
  static byte[] signsCertificates() {
    return critical("2.5.29.15", Der.bits(1, new byte[] {0x06}));
  }

  /** For signing handshakes. */
  static byte[] signsHandshakes() {
    return critical("2.5.29.15", Der.bits(7, new byte[] {(byte) 0x80}));
  }

  /** For signing both, as one does that is its own issuer. */
  static byte[] signsAll() {
    return critical("2.5.29.15", Der.bits(1, new byte[] {(byte) 0x86}));
  }

  /** For servers of TLS. */
  static byte[] serverOnly() {
    return plain("2.5.29.37", Der.sequence(Der.objectId("1.3.6.1.5.5.7.3.1")));
  }

  static byte[] subjectKey(PublicKey key) {
    return plain("2.5.29.14", Der.octets(fingerprint(key)));
  }

  static byte[] issuerKey(PublicKey key) {
    return plain("2.5.29.35", Der.sequence(Der.member(0, fingerprint(key))));
  }

  /** Whom the certificate is for: names of hosts, or addresses. */
  static byte[] names(List<String> hosts) {
    byte[][] names =
        hosts.stream()
            .map(host -> isAddress(host) ? Der.member(IP_ADDRESS, address(host)) : dns(host))
            .toArray(byte[][]::new);
    return plain("2.5.29.17", Der.sequence(names));
  }

  /**
   * For whom certificates may be issued at all.
   *
   * @param domains each with all names below it
   * @param ranges of addresses: {@code 127.0.0.0/255.0.0.0}
   */
  static byte[] onlyFor(List<String> domains, List<String> ranges) {
    byte[][] trees =
        Stream.concat(domains.stream().map(Extensions::dns), ranges.stream().map(Extensions::range))
            .map(Der::sequence)
            .toArray(byte[][]::new);
    return critical("2.5.29.30", Der.sequence(Der.group(0, trees)));
  }

  /** Whether a host is given by its address, which is never looked up. */
  static boolean isAddress(String host) {
    return host.indexOf(':') >= 0 || host.matches("[0-9.]+");
  }

  private static byte[] dns(String name) {
    return Der.member(DNS_NAME, name.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] range(String addressAndMask) {
    int slash = addressAndMask.indexOf('/');
    byte[] address = address(addressAndMask.substring(0, slash));
    byte[] mask = address(addressAndMask.substring(slash + 1));
    return Der.member(IP_ADDRESS, Der.join(address, mask));
  }

  private static byte[] address(String text) {
    try {
      return InetAddress.getByName(text).getAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(text + " is no address", e);
    }
  }

  /** The first 160 bits of a hash, as RFC 7093 has it. */
  private static byte[] fingerprint(PublicKey key) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
      return Arrays.copyOf(hash, 20);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] critical(String id, byte[] value) {
    return Der.sequence(Der.objectId(id), Der.yes(), Der.octets(value));
  }

  private static byte[] plain(String id, byte[] value) {
    return Der.sequence(Der.objectId(id), Der.octets(value));
  }
}

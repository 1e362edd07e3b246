package io.ecsim.http.tls;

import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Issues a certificate to each host that a client asks for. Who trusts it has trusted nothing but
 * hosts of the cloud and this machine: it cannot vouch for others. Its keys live in memory only.
 */
final class Authority {
  /** What a server is called that the client has not named. */
  static final String UNNAMED = "localhost";

  private static final List<String> DOMAINS =
      List.of("myhuaweicloud.com", "myhuaweicloud.eu", "localhost");
  private static final List<String> RANGES =
      List.of("127.0.0.0/255.0.0.0", "::1/ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");
  private static final List<String> THIS_MACHINE = List.of(UNNAMED, "127.0.0.1", "::1");

  /** Clients ask for a handful of hosts; one that asks for thousands shall not fill the memory. */
  private static final int HOSTS = 1000;

  /** Of all hosts: a key pair takes longer to make than a certificate. */
  private final KeyPair hostKeys = Issuing.newKeys();

  private final KeyPair keys = Issuing.newKeys();

  /** Two of the same name in one file of trusted ones would be taken for each other. */
  private final String name = "ecsim " + Issuing.unique();

  private final X509Certificate certificate =
      Issuing.certificate(
          name,
          keys.getPublic(),
          name,
          keys.getPrivate(),
          List.of(
              Extensions.basicConstraints(true),
              Extensions.signsCertificates(),
              Extensions.subjectKey(keys.getPublic()),
              Extensions.onlyFor(DOMAINS, RANGES)));

  private final Map<String, X509Certificate> hosts = new ConcurrentHashMap<>();

  /** Its own certificate. */
  X509Certificate certificate() {
    return certificate;
  }

  /** The private key of every host. */
  PrivateKey hostKey() {
    return hostKeys.getPrivate();
  }

  /** The certificate of a host. */
  X509Certificate certificateOf(String host) {
    if (hosts.size() >= HOSTS) {
      hosts.clear();
    }
    return hosts.computeIfAbsent(host, this::issue);
  }

  private X509Certificate issue(String host) {
    return Issuing.certificate(
        "ecsim",
        hostKeys.getPublic(),
        name,
        keys.getPrivate(),
        List.of(
            Extensions.basicConstraints(false),
            Extensions.signsHandshakes(),
            Extensions.serverOnly(),
            Extensions.subjectKey(hostKeys.getPublic()),
            Extensions.issuerKey(keys.getPublic()),
            Extensions.names(host.equals(UNNAMED) ? THIS_MACHINE : List.of(host))));
  }
}

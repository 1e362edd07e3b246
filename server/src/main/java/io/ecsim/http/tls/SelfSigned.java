package io.ecsim.http.tls;

import java.security.KeyPair;
import java.util.List;

/** Certificates that vouch for themselves, for clients that are handed the very one to trust. */
public final class SelfSigned {
  private SelfSigned() {}

  /**
   * A new key pair with the certificate of a server.
   *
   * @param hosts names or addresses of the server, the first of which it is called by: {@code
   *     localhost}, {@code 127.0.0.1}
   */
  public static CertifiedKey server(List<String> hosts) {
    KeyPair keys = Issuing.newKeys();
    String name = hosts.get(0);
    return new CertifiedKey(
        keys.getPrivate(),
        Issuing.certificate(
            name,
            keys.getPublic(),
            name,
            keys.getPrivate(),
            List.of(
                Extensions.basicConstraints(true),
                Extensions.signsAll(),
                Extensions.serverOnly(),
                Extensions.subjectKey(keys.getPublic()),
                Extensions.names(hosts))));
  }
}

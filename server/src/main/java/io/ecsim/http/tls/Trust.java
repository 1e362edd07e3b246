package io.ecsim.http.tls;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;

/**
 * What a server shows its clients, and what those need to believe it. It is made when it is first
 * asked for, and is new each time the program starts.
 */
public final class Trust {
  /** Of the key store; Java has no trust store without one. */
  public static final String PASSWORD = "changeit";

  private static final int LINE = 64;

  private Authority made;

  private synchronized Authority authority() {
    if (made == null) {
      made = new Authority();
    }
    return made;
  }

  /** The certificate of the authority as text. */
  public byte[] pem() {
    Base64.Encoder encoder = Base64.getMimeEncoder(LINE, new byte[] {'\n'});
    try {
      String body = encoder.encodeToString(authority().certificate().getEncoded());
      return ("-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n")
          .getBytes(StandardCharsets.US_ASCII);
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The certificate of the authority in a key store of Java, with {@link #PASSWORD}. */
  public byte[] keyStore() {
    var out = new ByteArrayOutputStream();
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setCertificateEntry("ecsim", authority().certificate());
      store.store(out, PASSWORD.toCharArray());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** For servers that are whoever the client asks for. */
  public SSLContext serverContext() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(new KeyManager[] {new HostKeys(authority())}, null, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

package io.ecsim.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** TLS of clients that trust a double, as Java programs are made to. */
public final class Tls {
  private static final int PATIENCE = 20_000;

  private Tls() {}

  /** Trusts what the double at this address says is to be trusted, and nothing else. */
  public static SSLContext trusting(String url) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = URI.create(url + "/_ecsim/ca.p12").toURL().openStream()) {
      store.load(in, "changeit".toCharArray());
    }
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  /** A connection to the double that takes it for this host. */
  public static SSLSocket connect(String url, String host)
      throws IOException, GeneralSecurityException {
    URI address = URI.create(url);
    return over(new Socket(InetAddress.getByName(address.getHost()), address.getPort()), url, host);
  }

  /** TLS over a connection to the double, which it takes for this host; not yet begun. */
  public static SSLSocket over(Socket bare, String url, String host)
      throws IOException, GeneralSecurityException {
    bare.setSoTimeout(PATIENCE);
    SSLSocket socket =
        (SSLSocket) trusting(url).getSocketFactory().createSocket(bare, host, 443, true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    return socket;
  }
}

package io.ecsim.http.wire;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** HTTP/2 inside TLS, with clients that have to show a certificate. */
final class MutualTls {
  private MutualTls() {}

  /**
   * What is spoken at a door.
   *
   * @param context says who may come in
   * @param inside the name of HTTP/2 in clear
   */
  static ConnectionFactory of(SSLContext context, String inside) {
    var ssl = new Offering();
    ssl.setSslContext(context);
    ssl.setNeedClientAuth(true);
    var factory = new SslConnectionFactory(ssl, inside);
    LifeCycle.start(factory);
    return factory;
  }

  /** Says that it speaks HTTP/2, without which newer clients leave: RFC 9113, section 3.2. */
  private static final class Offering extends SslContextFactory.Server {
    @Override
    public void customize(SSLEngine engine) {
      super.customize(engine);
      SSLParameters parameters = engine.getSSLParameters();
      parameters.setApplicationProtocols(new String[] {"h2"});
      engine.setSSLParameters(parameters);
    }
  }
}

package io.ecsim.http.wire;

import java.nio.ByteBuffer;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.AbstractConnectionFactory;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * TLS, told by its first byte. Keys, certificates and all classes of TLS are left alone until that
 * byte arrives, since most doubles never see one.
 */
final class LazyTls extends AbstractConnectionFactory implements ConnectionFactory.Detecting {
  /** The type of a TLS record that holds a handshake: RFC 8446, section 5.1. */
  private static final byte HANDSHAKE = 0x16;

  private final Supplier<SSLContext> context;
  private final String inside;
  private SslConnectionFactory real;

  /**
   * TLS with this context.
   *
   * @param inside the protocol that is spoken inside
   */
  LazyTls(Supplier<SSLContext> context, String inside) {
    super("tls");
    this.context = context;
    this.inside = inside;
  }

  @Override
  public Detection detect(ByteBuffer begin) {
    return begin.get(begin.position()) == HANDSHAKE
        ? Detection.RECOGNIZED
        : Detection.NOT_RECOGNIZED;
  }

  @Override
  public Connection newConnection(Connector connector, EndPoint endPoint) {
    return real().newConnection(connector, endPoint);
  }

  private synchronized SslConnectionFactory real() {
    if (real == null) {
      var ssl = new SslContextFactory.Server();
      ssl.setSslContext(context.get());
      var factory = new SslConnectionFactory(ssl, inside);
      LifeCycle.start(factory);
      real = factory;
    }
    return real;
  }

  @Override
  protected synchronized void doStop() throws Exception {
    LifeCycle.stop(real);
    real = null;
    super.doStop();
  }
}

package io.ecsim.http.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.RateControl;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.DetectorConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * The one port: each accepted socket is a {@link Wire}. It speaks HTTP/1.1 and HTTP/2 in clear, and
 * HTTP/1.1 inside TLS. TLS does not offer HTTP/2: a broken connection shall strike one request.
 */
public final class WireConnector extends ServerConnector {
  /** The vendor's tokens are longer than Jetty allows a header to be. */
  private static final int HEADERS = 64 * 1024;

  private static final int BACKLOG = 1024;

  private final Doors doors = new Doors(this);

  /**
   * A connector for this address.
   *
   * @param port the port; 0 is any free one
   * @param tls makes what TLS needs; not called before a client speaks TLS
   */
  public WireConnector(
      Server server, HttpConfiguration http, String bind, int port, Supplier<SSLContext> tls) {
    super(
        server,
        null,
        null,
        null,
        1,
        1,
        new Entrance(),
        new DetectorConnectionFactory(new LazyTls(tls, HttpVersion.HTTP_1_1.asString())),
        new TargetConnectionFactory(lenient(http)),
        h2c(http));
    setHost(bind);
    setPort(port);
    setAcceptQueueSize(BACKLOG);
  }

  private static HttpConfiguration lenient(HttpConfiguration http) {
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(HEADERS);
    http.setResponseHeaderSize(HEADERS);
    http.setHttpCompliance(
        HttpCompliance.RFC9110.with("ecsim", HttpCompliance.Violation.MISMATCHED_AUTHORITY));
    return http;
  }

  private static HTTP2CServerConnectionFactory h2c(HttpConfiguration http) {
    var h2c = new HTTP2CServerConnectionFactory(http);
    // Clients of Terraform's plugin protocol ping far more often than Jetty puts up with.
    h2c.setRateControlFactory(new RateControl.Factory() {});
    // A call lasts as long as what it waits for. A silent connection is closed all the same.
    h2c.setStreamIdleTimeout(-1);
    return h2c;
  }

  /**
   * The door of a world, opened when it is first asked for.
   *
   * @throws UncheckedIOException if there is no port left
   */
  public Door door(String world) {
    return doors.of(world);
  }

  /**
   * Opens a door to HTTP/2 for one client, which closes it.
   *
   * @param world where it leads to, or null for the world of those who name none
   * @param context makes sure that nobody else comes in; null for HTTP/2 in clear
   * @throws UncheckedIOException if there is no port left
   */
  public Door letDoor(String world, SSLContext context) {
    String h2c = getConnectionFactory(HTTP2CServerConnectionFactory.class).getProtocol();
    return doors.open(world, context == null ? null : MutualTls.of(context, h2c), true);
  }

  @Override
  protected void doStop() throws Exception {
    doors.close();
    super.doStop();
  }

  @Override
  protected SocketChannelEndPoint newEndPoint(
      SocketChannel channel, ManagedSelector selector, SelectionKey key) throws IOException {
    Wire wire = new Wire(channel, selector, key, getScheduler(), doors.of(channel));
    wire.setIdleTimeout(getIdleTimeout());
    return wire;
  }
}

package io.ecsim.http.wire;

import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.function.Supplier;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.thread.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The client's real socket, whatever may be layered above it. */
public final class Wire extends SocketChannelEndPoint {
  private static final Logger LOG = LoggerFactory.getLogger(Wire.class);

  private final Door door;
  private volatile String target;
  private volatile String proxyUser;
  private AutoCloseable guest;

  /**
   * A socket that was accepted.
   *
   * @param door where, or null for the server's own port
   */
  Wire(
      SocketChannel channel,
      ManagedSelector selector,
      SelectionKey key,
      Scheduler scheduler,
      Door door) {
    super(channel, selector, key, scheduler);
    this.door = door;
  }

  /** The socket that a request came in by. */
  public static Wire of(ServletRequest request) {
    return of(connection(request).getEndPoint());
  }

  /** The connection that a request came in by, inside TLS if there is any. */
  static Connection connection(ServletRequest request) {
    return ServletContextRequest.getServletContextRequest(request)
        .getConnectionMetaData()
        .getConnection();
  }

  static Wire of(EndPoint endPoint) {
    EndPoint inner = endPoint;
    while (inner instanceof EndPoint.Wrapper wrapper) {
      inner = wrapper.unwrap();
    }
    return (Wire) inner;
  }

  /** The door that the client came in by, or null if it was the server's own port. */
  public Door door() {
    return door;
  }

  /** From now on it is a tunnel to this host. A tunnel inside keeps the user of the outer one. */
  void tunnel(String host, String user) {
    target = host;
    proxyUser = user == null ? proxyUser : user;
  }

  /** The host that the client opened a tunnel to, or null. */
  String target() {
    return target;
  }

  /** The user that the client named when it opened the tunnel, or null. */
  String proxyUser() {
    return proxyUser;
  }

  /**
   * What belongs to this connection, made on first use. From then on the connection may be silent
   * for as long as it likes; when it ends, so does the guest.
   */
  @SuppressWarnings("unchecked")
  public synchronized <T extends AutoCloseable> T guest(Supplier<T> maker) {
    if (guest == null) {
      setIdleTimeout(0);
      guest = maker.get();
    }
    return (T) guest;
  }

  @Override
  public void onClose(Throwable cause) {
    super.onClose(cause);
    AutoCloseable leaving;
    synchronized (this) {
      leaving = guest;
    }
    if (leaving != null) {
      try {
        leaving.close();
      } catch (Exception e) {
        LOG.warn("a connection's end", e);
      }
    }
  }

  /** Resets the connection: the client sees RST, not an orderly end. */
  public void cut() throws IOException {
    getChannel().setOption(StandardSocketOptions.SO_LINGER, 0);
    getChannel().close();
  }
}

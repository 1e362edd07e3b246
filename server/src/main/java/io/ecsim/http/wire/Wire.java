package io.ecsim.http.wire;

import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.thread.Scheduler;

/** The client's real socket, whatever may be layered above it. */
public final class Wire extends SocketChannelEndPoint {
  Wire(SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler) {
    super(channel, selector, key, scheduler);
  }

  /** The socket that a request came in by. */
  public static Wire of(ServletRequest request) {
    return of(
        ServletContextRequest.getServletContextRequest(request)
            .getConnectionMetaData()
            .getConnection()
            .getEndPoint());
  }

  private static Wire of(EndPoint endPoint) {
    EndPoint inner = endPoint;
    while (inner instanceof EndPoint.Wrapper wrapper) {
      inner = wrapper.unwrap();
    }
    return (Wire) inner;
  }

  /** Resets the connection: the client sees RST, not an orderly end. */
  public void cut() throws IOException {
    getChannel().setOption(StandardSocketOptions.SO_LINGER, 0);
    getChannel().close();
  }
}

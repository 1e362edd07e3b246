package io.ecsim.http.wire;

import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.internal.HttpConnection;

/**
 * A connection of HTTP/1 that remembers whether its current request names a whole URL, as clients
 * do towards a proxy. Jetty completes every target to a URL, after which there is no telling.
 */
final class TargetConnection extends HttpConnection {
  private volatile boolean absolute;

  TargetConnection(HttpConfiguration configuration, Connector connector, EndPoint endPoint) {
    super(configuration, connector, endPoint);
  }

  @Override
  protected HttpStreamOverHTTP1 newHttpStream(String method, String target, HttpVersion version) {
    absolute = !HttpMethod.CONNECT.is(method) && target.contains("://") && !target.startsWith("/");
    return super.newHttpStream(method, target, version);
  }

  boolean isAbsolute() {
    return absolute;
  }
}

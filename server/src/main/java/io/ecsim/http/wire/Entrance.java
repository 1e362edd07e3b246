package io.ecsim.http.wire;

import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.AbstractConnectionFactory;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.DetectorConnectionFactory;

/** Speaks to each client as is spoken at the door that it came in by. */
final class Entrance extends AbstractConnectionFactory {
  Entrance() {
    super("entrance");
  }

  @Override
  public Connection newConnection(Connector connector, EndPoint endPoint) {
    Door door = Wire.of(endPoint).door();
    ConnectionFactory special = door == null ? null : door.speaks();
    ConnectionFactory speaks =
        special == null ? connector.getConnectionFactory(DetectorConnectionFactory.class) : special;
    return speaks.newConnection(connector, endPoint);
  }
}

package io.ecsim.http.wire;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.server.ConnectionFactory;

/** The doors of a connector. They cost a socket each and no thread: its selectors serve them. */
final class Doors {
  private static final int BACKLOG = 128;

  private final WireConnector connector;
  private final Map<Integer, Door> byPort = new ConcurrentHashMap<>();
  private final Map<String, Door> byWorld = new ConcurrentHashMap<>();

  Doors(WireConnector connector) {
    this.connector = connector;
  }

  /** The door of a world, opened when it is first asked for; it stays open. */
  Door of(String world) {
    return byWorld.computeIfAbsent(world, name -> open(name, null, false));
  }

  /** Opens a door, at any free port. */
  Door open(String world, ConnectionFactory speaks, boolean let) {
    try {
      ServerSocketChannel channel = ServerSocketChannel.open();
      channel.bind(new InetSocketAddress(connector.getHost(), 0), BACKLOG);
      channel.configureBlocking(false);
      var door = new Door(channel, world, speaks, let);
      byPort.put(door.port(), door);
      Closeable listening = connector.getSelectorManager().acceptor(channel);
      door.whenClosed(() -> forget(door, listening));
      return door;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void forget(Door door, Closeable listening) {
    byPort.remove(door.port(), door);
    try {
      listening.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The door that a client came in by.
   *
   * @return null if it came by the server's own port
   * @throws IOException if the door has been closed behind it
   */
  Door of(SocketChannel client) throws IOException {
    int port = ((InetSocketAddress) client.getLocalAddress()).getPort();
    if (port == connector.getLocalPort()) {
      return null;
    }
    Door door = byPort.get(port);
    if (door == null) {
      throw new IOException("the door at port " + port + " is closed");
    }
    return door;
  }

  /** Closes all. */
  void close() {
    List.copyOf(byPort.values()).forEach(Door::close);
    byWorld.clear();
  }
}

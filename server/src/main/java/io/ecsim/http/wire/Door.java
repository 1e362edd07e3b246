package io.ecsim.http.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ServerSocketChannel;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.server.ConnectionFactory;

/**
 * One more port of the same server, for clients that can name an address and nothing else: who
 * comes in by it and names no world speaks to the door's.
 */
public final class Door implements AutoCloseable {
  private final ServerSocketChannel channel;
  private final int port;
  private final String world;
  private final ConnectionFactory speaks;
  private final CompletableFuture<Void> closed = new CompletableFuture<>();
  private final boolean let;

  /**
   * A door that this channel listens at.
   *
   * @param world may be null
   * @param speaks what is spoken there, or null for all that the server speaks
   * @param let whether it is there for one client, which closes it
   */
  Door(ServerSocketChannel channel, String world, ConnectionFactory speaks, boolean let) {
    this.channel = channel;
    this.port = channel.socket().getLocalPort();
    this.world = world;
    this.speaks = speaks;
    this.let = let;
  }

  /** Where it is. */
  public int port() {
    return port;
  }

  /** The world that it leads to, or null for that of everybody. */
  public String world() {
    return world;
  }

  /** Whether it is there for one client, and no longer than that one wants it. */
  public boolean isLet() {
    return let;
  }

  ConnectionFactory speaks() {
    return speaks;
  }

  /** Has this done when it is closed, or now if it is. */
  public void whenClosed(Runnable what) {
    CompletableFuture<Void> unused = closed.thenRun(what);
  }

  /** Nobody else comes in; who is in may stay. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      closed.complete(null);
    }
  }
}

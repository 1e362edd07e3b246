package io.ecsim.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** Says byte for byte what no HTTP client would. */
public final class RawSocket {
  private static final int PATIENCE = 20_000;

  private final int port;

  /** A client of the server at this port of this machine. */
  public RawSocket(int port) {
    this.port = port;
  }

  /**
   * What comes back until the server closes the connection. Add {@code Connection: close}. Lines
   * end as HTTP wants them.
   */
  public String say(String text) {
    String lines = text.replace("\r\n", "\n").replace("\n", "\r\n");
    return say(lines.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** What comes back until the server closes the connection. */
  public String say(byte[] bytes) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE);
      socket.getOutputStream().write(bytes);
      return all(socket.getInputStream());
    } catch (SocketException e) {
      return "reset";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String all(InputStream in) throws IOException {
    var said = new ByteArrayOutputStream();
    in.transferTo(said);
    return said.toString(StandardCharsets.UTF_8);
  }

  /** The body of an answer. */
  public static String body(String answer) {
    int blank = answer.indexOf("\r\n\r\n");
    return blank < 0 ? "" : answer.substring(blank + 4);
  }
}

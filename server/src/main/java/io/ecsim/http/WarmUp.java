package io.ecsim.http;

import io.ecsim.api.Operation;
import io.ecsim.http.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes the way of requests once, so that the classes on it are loaded. */
final class WarmUp {
  private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
  private static final byte[] NOTHING = {'{', '}'};
  private static final int PATIENCE = 5_000;

  private WarmUp() {}

  /** Validates an empty body against the first schema there is. */
  static void validator(List<Operation> operations) {
    operations.stream()
        .filter(operation -> operation.modelled() && operation.requestSchema() != null)
        .findFirst()
        .ifPresent(operation -> Inspection.contract().body(operation, Json.read(NOTHING)));
  }

  /** Asks the server how it is. */
  static void request(String bind, int port) {
    try (Socket socket = new Socket(reachable(bind), port)) {
      socket.setSoTimeout(PATIENCE);
      OutputStream out = socket.getOutputStream();
      out.write(
          "GET /_ecsim/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
              .getBytes(StandardCharsets.US_ASCII));
      out.flush();
      socket.getInputStream().readAllBytes();
    } catch (IOException e) {
      LOG.debug("nothing was warmed up", e);
    }
  }

  private static InetAddress reachable(String bind) throws IOException {
    InetAddress address = InetAddress.getByName(bind);
    return address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address;
  }
}

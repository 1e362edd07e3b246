package io.ecsim.http.grpc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ecsim.http.wire.Door;
import io.ecsim.http.wire.Wire;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes gRPC calls out of HTTP/2 and puts their answers back. */
public final class Grpc {
  private static final Logger LOG = LoggerFactory.getLogger(Grpc.class);

  private static final String TYPE = "application/grpc";
  private static final int INTERNAL = 13;
  private static final int UNIMPLEMENTED = 12;

  /** How a client ends a server that it has started. */
  private static final String SHUTDOWN = "/plugin.GRPCController/Shutdown";

  /** A message's head: whether it is compressed, and its length. */
  private static final int HEAD = 5;

  private final Function<String, GrpcSession> clients;

  /**
   * Calls for these.
   *
   * @param clients asked once for each connection, with the world that its port leads to, or null
   */
  public Grpc(Function<String, GrpcSession> clients) {
    this.clients = clients;
  }

  /** Whether this request is a gRPC call. */
  public static boolean isCall(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.startsWith(TYPE) && request.getProtocol().equals("HTTP/2.0");
  }

  /** Answers a call. */
  public void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Wire wire = Wire.of(request);
    Door door = wire.door();
    response.setContentType(TYPE);
    if (door != null && door.isLet() && request.getRequestURI().equals(SHUTDOWN)) {
      send(response, new byte[0]);
      door.close();
      return;
    }
    String world = door == null ? null : door.world();
    UnaryOperator<byte[]> method =
        wire.guest(() -> clients.apply(world)).method(request.getRequestURI());
    if (method == null) {
      // Some of these have bodies without an end: they are not to be read.
      fail(response, UNIMPLEMENTED, "unknown method " + request.getRequestURI());
      return;
    }
    byte[] message = message(request.getInputStream());
    byte[] answer;
    try {
      answer = method.apply(message);
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("{} failed", request.getRequestURI(), e);
      fail(response, INTERNAL, String.valueOf(e));
      return;
    }
    send(response, answer);
  }

  private static void send(HttpServletResponse response, byte[] answer) throws IOException {
    response.setTrailerFields(() -> Map.of("grpc-status", "0"));
    ByteBuffer message = ByteBuffer.allocate(HEAD + answer.length);
    message.put((byte) 0).putInt(answer.length).put(answer);
    // Sent before the trailers are: clients have seen the end of a call without its message.
    response.getOutputStream().write(message.array());
    response.flushBuffer();
  }

  private static void fail(HttpServletResponse response, int status, String message) {
    response.setHeader("grpc-status", Integer.toString(status));
    response.setHeader("grpc-message", URLEncoder.encode(message, UTF_8).replace("+", "%20"));
  }

  private static byte[] message(InputStream body) throws IOException {
    byte[] head = body.readNBytes(HEAD);
    if (head.length < HEAD) {
      throw new EOFException("a call without a message");
    }
    int length = ByteBuffer.wrap(head, 1, Integer.BYTES).getInt();
    byte[] message = body.readNBytes(length);
    if (message.length < length) {
      throw new EOFException("a message of " + length + " bytes ended after " + message.length);
    }
    return message;
  }
}

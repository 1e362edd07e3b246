package io.ecsim.http.wire;

import io.ecsim.http.message.Address;
import io.ecsim.http.message.BadRequest;
import io.ecsim.http.message.Inbound;
import io.ecsim.http.message.Query;
import io.ecsim.http.who.ProxyUser;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;

/** A request as Jetty hands it over. */
public final class ServletInbound implements Inbound {
  /** Bodies up to here are read. */
  public static final int LIMIT = 16 * 1024 * 1024;

  /** Of a longer body so much is swallowed, so that the client gets to read the refusal. */
  private static final long SWALLOWED = 1L << 30;

  private static final byte[] NOTHING = {};

  private final HttpServletRequest request;
  private final String id;
  private List<String> segments;
  private Map<String, List<String>> query;
  private byte[] body;

  /** The request with the id that its answer will carry. */
  public ServletInbound(HttpServletRequest request, String id) {
    this.request = request;
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String method() {
    return request.getMethod();
  }

  @Override
  public String rawPath() {
    String path = request.getRequestURI();
    return path == null ? "" : path;
  }

  @Override
  public List<String> segments() {
    if (segments == null) {
      segments = Address.segments(rawPath());
    }
    return segments;
  }

  @Override
  public String rawQuery() {
    return request.getQueryString();
  }

  @Override
  public Map<String, List<String>> query() {
    if (query == null) {
      query = Query.parse(rawQuery());
    }
    return query;
  }

  @Override
  public String header(String name) {
    return request.getHeader(name);
  }

  @Override
  public List<String> headers(String name) {
    return Collections.list(request.getHeaders(name));
  }

  @Override
  public List<String> headerNames() {
    return Collections.list(request.getHeaderNames());
  }

  @Override
  public String scheme() {
    return request.getScheme();
  }

  @Override
  public String host() {
    return request.getServerName();
  }

  @Override
  public int port() {
    return request.getServerPort();
  }

  @Override
  public String proxiedHost() {
    boolean absolute =
        Wire.connection(request) instanceof TargetConnection connection && connection.isAbsolute();
    return absolute ? request.getServerName() : Wire.of(request).target();
  }

  @Override
  public String proxyUser() {
    String own = ProxyUser.of(request.getHeader("Proxy-Authorization"));
    return own == null ? Wire.of(request).proxyUser() : own;
  }

  @Override
  public String doorWorld() {
    Door door = Wire.of(request).door();
    return door == null ? null : door.world();
  }

  @Override
  public byte[] body() {
    if (body == null) {
      body = read();
    }
    return body;
  }

  private byte[] read() {
    if (isBodyless()) {
      return NOTHING; // to ask for a body that cannot come costs buffers
    }
    try {
      InputStream in = request.getInputStream();
      byte[] bytes = in.readNBytes(LIMIT + 1);
      if (bytes.length <= LIMIT) {
        return bytes;
      }
      swallow(in);
    } catch (IOException e) {
      boolean slow = e.getCause() instanceof TimeoutException;
      throw new BadRequest(slow ? 408 : 400, "The body could not be read to its end.");
    } catch (RuntimeException e) {
      if (e instanceof HttpException broken) {
        throw new BadRequest(broken.getCode(), broken.getReason() + ".");
      }
      throw e;
    }
    throw new BadRequest(413, "The body is larger than %d bytes.".formatted(LIMIT));
  }

  private boolean isBodyless() {
    long length = request.getContentLengthLong();
    boolean untold = length < 0 && request.getHeader("Transfer-Encoding") == null;
    return length == 0 || (untold && request.getProtocol().startsWith("HTTP/1"));
  }

  private static void swallow(InputStream in) throws IOException {
    byte[] heap = new byte[64 * 1024];
    long left = SWALLOWED;
    for (int n = in.read(heap); n >= 0 && left > 0; n = in.read(heap)) {
      left -= n;
    }
  }
}

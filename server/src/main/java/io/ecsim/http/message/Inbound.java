package io.ecsim.http.message;

import java.util.List;
import java.util.Map;

/** A request, as far as it could be understood. */
public interface Inbound {
  /** The id that the answer carries in {@code X-Request-Id}: 32 hexadecimal digits. */
  String id();

  /** The HTTP method as it came. */
  String method();

  /** The path as it came, still percent-encoded. */
  String rawPath();

  /** The path's segments, decoded. */
  List<String> segments();

  /** The query as it came, or null. */
  String rawQuery();

  /** The query's keys with their values in order, decoded. */
  Map<String, List<String>> query();

  /** The first header of this name, or null. */
  String header(String name);

  /** All headers of this name. */
  List<String> headers(String name);

  /** The names of all headers. */
  List<String> headerNames();

  /** {@code http} or {@code https}. */
  String scheme();

  /** The name of the server that the client spoke to, without a port. */
  String host();

  /** The port that the client spoke to. */
  int port();

  /**
   * The host that the client asked a proxy for, by a tunnel or a whole URL; or null if it spoke to
   * the double as to a server.
   */
  String proxiedHost();

  /** The user that the client named to its proxy, now or when it opened the tunnel; or null. */
  String proxyUser();

  /** The world that the port leads to which the client came in by; or null. */
  String doorWorld();

  /**
   * The whole body; empty without one.
   *
   * @throws BadRequest if it is larger than the limit
   */
  byte[] body();

  /** The first value of a query key, or null. */
  default String queryText(String name) {
    List<String> values = query().get(name);
    return values == null ? null : values.get(0);
  }
}

package io.ecsim.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What the query of a request asks for. The links of a list repeat all of it, so that every page
 * asks for the same.
 *
 * @param keys the values of each key, decoded, in the order of the request
 */
public record Asked(Map<String, List<String>> keys) {
  private static final String MARKER = "marker";

  /** Of a request without a query. */
  public static final Asked NOTHING = new Asked(Map.of());

  /** The query of the list's first page, with its question mark; empty if nothing is asked for. */
  public String first() {
    var query = new StringBuilder();
    keys.forEach(
        (key, values) -> {
          if (!key.equals(MARKER)) {
            values.forEach(value -> append(query, key, value));
          }
        });
    return query.toString();
  }

  /** The query of the page after the one that ends with the item of this id. */
  public String after(String id) {
    var query = new StringBuilder(first());
    append(query, MARKER, id);
    return query.toString();
  }

  private static void append(StringBuilder query, String key, String value) {
    query
        .append(query.isEmpty() ? '?' : '&')
        .append(URLEncoder.encode(key, StandardCharsets.UTF_8))
        .append('=')
        .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
  }
}

package io.ecsim.terraform.resource;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/** Paths with a query. */
public final class Url {
  private Url() {}

  /**
   * The path with a query: name, value, name, value, ... What is null or empty is left out; a
   * collection is repeated.
   */
  public static String of(String path, Object... namesAndValues) {
    var url = new StringBuilder(path);
    char next = path.indexOf('?') < 0 ? '?' : '&';
    for (int i = 0; i < namesAndValues.length; i += 2) {
      Object value = namesAndValues[i + 1];
      Collection<?> values = value == null ? List.of() : List.of(value);
      for (Object one : value instanceof Collection<?> many ? many : values) {
        if (!one.toString().isEmpty()) {
          url.append(next).append(namesAndValues[i]).append('=').append(encoded(one));
          next = '&';
        }
      }
    }
    return url.toString();
  }

  /** A text as one segment of a path. */
  public static String segment(String text) {
    return encoded(text).replace("+", "%20");
  }

  private static String encoded(Object value) {
    return URLEncoder.encode(
        value instanceof BigDecimal number ? number.toPlainString() : value.toString(),
        StandardCharsets.UTF_8);
  }
}

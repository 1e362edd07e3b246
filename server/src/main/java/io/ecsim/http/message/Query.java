package io.ecsim.http.message;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The query of a request. */
public final class Query {
  private Query() {}

  /**
   * Parses a raw query. Repeated keys are kept, a key without {@code =} has the empty value.
   *
   * @throws BadRequest if a percent sequence is broken or no UTF-8
   */
  public static Map<String, List<String>> parse(String raw) {
    if (raw == null || raw.isEmpty()) {
      return Map.of();
    }
    var query = new LinkedHashMap<String, List<String>>();
    int begin = 0;
    while (begin <= raw.length()) {
      int end = raw.indexOf('&', begin);
      end = end < 0 ? raw.length() : end;
      add(query, raw.substring(begin, end));
      begin = end + 1;
    }
    return query;
  }

  private static void add(Map<String, List<String>> query, String pair) {
    if (pair.isEmpty()) {
      return;
    }
    int equals = pair.indexOf('=');
    String key = PercentCode.decode(equals < 0 ? pair : pair.substring(0, equals), true);
    String value = equals < 0 ? "" : PercentCode.decode(pair.substring(equals + 1), true);
    query.computeIfAbsent(key, k -> new ArrayList<>(1)).add(value);
  }
}

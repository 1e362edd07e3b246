package io.ecsim.terraform.resource;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Bodies of requests. */
public final class Body {
  private Body() {}

  /**
   * An object: name, value, name, value, ... What is null is left out; so are objects without any
   * member.
   */
  public static Map<String, Object> of(Object... namesAndValues) {
    Map<String, Object> body = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      Object value = namesAndValues[i + 1];
      if (value != null && !(value instanceof Map<?, ?> members && members.isEmpty())) {
        body.put((String) namesAndValues[i], value);
      }
    }
    return body;
  }

  /** This list, or null if it is empty: then it is left out. */
  public static <T> List<T> unlessEmpty(List<T> list) {
    return list.isEmpty() ? null : list;
  }

  /** Tags as the cloud wants them: a list of key and value. */
  public static List<Map<String, Object>> tags(Map<String, String> tags) {
    return tags.entrySet().stream()
        .map(tag -> of("key", tag.getKey(), "value", tag.getValue()))
        .toList();
  }
}

package io.ecsim.http.json;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * JSON of a few members, written without Jackson: an error must not need what may not be loaded
 * yet, or is itself in trouble.
 */
public final class JsonText {
  private JsonText() {}

  /** An object with these members; values are texts, whole numbers or such objects again. */
  public static String object(Map<String, ?> members) {
    var text = new StringBuilder("{");
    members.forEach(
        (name, value) -> {
          text.append(text.length() > 1 ? "," : "").append(quoted(name)).append(':');
          text.append(value(value));
        });
    return text.append('}').toString();
  }

  private static String value(Object value) {
    if (value instanceof Number) {
      return value.toString();
    }
    if (value instanceof Map<?, ?> members) {
      @SuppressWarnings("unchecked") // objects are made of named members
      var named = (Map<String, ?>) members;
      return object(named);
    }
    if (value instanceof List<?> items) {
      return items.stream().map(JsonText::value).collect(Collectors.joining(",", "[", "]"));
    }
    return quoted(String.valueOf(value));
  }

  private static String quoted(String text) {
    var quoted = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || Character.isSurrogate(c)) {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}

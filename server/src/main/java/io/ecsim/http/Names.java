package io.ecsim.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.api.Operation;
import java.util.LinkedHashSet;
import java.util.Set;

/** The vendor's names of what a request asks for, where several operations share an address. */
final class Names {
  private Names() {}

  /**
   * The names that a request goes by, the most telling first.
   *
   * @param body its body, or null without one
   */
  static Set<String> of(Operation operation, JsonNode body) {
    var names = new LinkedHashSet<String>();
    operation
        .aliases()
        .forEach(
            (name, mark) -> {
              if (fits(mark, body)) {
                names.add(name);
              }
            });
    names.add(operation.id());
    return names;
  }

  private static boolean fits(String mark, JsonNode body) {
    if (mark.isEmpty() || body == null) {
      return mark.isEmpty();
    }
    int equals = mark.indexOf('=');
    JsonNode member = body;
    for (String step : mark.substring(0, equals < 0 ? mark.length() : equals).split("\\.", -1)) {
      member = member.path(step);
    }
    return equals < 0
        ? !member.isMissingNode()
        : member.asText().equals(mark.substring(equals + 1));
  }
}

package io.ecsim.http.route;

import io.ecsim.api.Operation;
import io.ecsim.http.message.Address;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An operation whose method and path fit a request. */
public final class Candidate {
  private final Operation operation;
  private final List<String> template;

  Candidate(Operation operation) {
    this.operation = operation;
    this.template = Address.segments(operation.path());
  }

  /** The operation. */
  public Operation operation() {
    return operation;
  }

  /** The values of the path's parameters in a path that fits. */
  public Map<String, String> parameters(List<String> segments) {
    var values = new HashMap<String, String>();
    for (int i = 0; i < template.size(); i++) {
      if (isParameter(template.get(i))) {
        values.put(template.get(i).substring(1, template.get(i).length() - 1), segments.get(i));
      }
    }
    return values;
  }

  List<String> template() {
    return template;
  }

  static boolean isParameter(String segment) {
    return segment.startsWith("{");
  }
}

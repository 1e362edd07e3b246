package io.ecsim.http.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Violations of {@code oneOf} and {@code anyOf}. */
final class Alternatives {
  private Alternatives() {}

  static boolean isChoice(Error error) {
    return error.getKeyword().equals("oneOf") || error.getKeyword().equals("anyOf");
  }

  /**
   * The violations of each alternative that the client can have meant: those that the value has the
   * type and the members of. Empty if it fits none at all, or several fit completely.
   */
  static List<List<Error>> meant(Error choice, List<Error> errors) {
    NodePath path = choice.getEvaluationPath();
    Map<Integer, List<Error>> byAlternative = new TreeMap<>();
    for (Error error : errors) {
      NodePath deeper = error.getEvaluationPath();
      boolean inside = deeper.getNameCount() > path.getNameCount() && deeper.startsWith(path);
      if (inside && sameValue(choice, error)) {
        Object index = deeper.getElement(path.getNameCount());
        byAlternative
            .computeIfAbsent(Integer.valueOf(index.toString()), i -> new ArrayList<>())
            .add(error);
      }
    }
    return byAlternative.values().stream()
        .filter(alternative -> alternative.stream().noneMatch(e -> rulesOut(choice, e)))
        .toList();
  }

  private static boolean sameValue(Error choice, Error error) {
    return error.getInstanceLocation().startsWith(choice.getInstanceLocation());
  }

  /** Whether the value is another thing altogether. */
  private static boolean rulesOut(Error choice, Error error) {
    boolean whole = error.getInstanceLocation().equals(choice.getInstanceLocation());
    String keyword = error.getKeyword();
    return whole && (keyword.equals("required") || keyword.equals("type"));
  }

  /** The member that each alternative has for itself; empty if that does not tell them apart. */
  static List<String> names(Error choice, Schemas schemas) {
    var counts = new LinkedHashMap<String, Integer>();
    for (JsonNode alternative : choice.getSchemaNode()) {
      String address = alternative.path("$ref").asText(null);
      JsonNode schema = address == null ? alternative : schemas.document(address);
      schema.path("required").forEach(name -> counts.merge(name.asText(), 1, Integer::sum));
    }
    List<String> own = counts.keySet().stream().filter(name -> counts.get(name) == 1).toList();
    return own.size() < choice.getSchemaNode().size() ? List.of() : own;
  }
}

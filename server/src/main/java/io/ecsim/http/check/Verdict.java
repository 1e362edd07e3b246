package io.ecsim.http.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.List;

/** Of all that a validator has to say about a value: the one thing that a client should hear. */
final class Verdict {
  private static final int SHOWN = 60;

  private final Schemas schemas;
  private final JsonNode root;
  private final List<Error> errors;

  /**
   * A verdict.
   *
   * @param root the schema that the value was held against
   * @param errors all violations, in the validator's order; not empty
   */
  Verdict(Schemas schemas, JsonNode root, List<Error> errors) {
    this.schemas = schemas;
    this.root = root;
    this.errors = errors;
  }

  /** The first violation; of alternatives, that of the one which was meant. */
  Violation violation(String what) {
    Error error = errors.get(0);
    List<List<Error>> meant = List.of();
    while (Alternatives.isChoice(error)) {
      meant = Alternatives.meant(error, errors);
      if (meant.size() != 1) {
        return new Violation(choice(what, error), code(error));
      }
      error = meant.get(0).get(0);
    }
    return new Violation(what + sentence(error), code(error));
  }

  private String choice(String what, Error error) {
    List<String> names = Alternatives.names(error, schemas);
    String place = place(error.getInstanceLocation());
    return names.isEmpty()
        ? "%s is invalid%s: %s."
            .formatted(what, place.isEmpty() ? "" : " at " + place, error.getMessage())
        : "%s must have exactly one of %s%s."
            .formatted(what, String.join(", ", names), place.isEmpty() ? "" : " in " + place);
  }

  private static String sentence(Error error) {
    String place = place(error.getInstanceLocation());
    if (error.getKeyword().equals("required")) {
      return " is invalid: %s is missing.".formatted(below(place, error.getProperty()));
    }
    if (error.getKeyword().equals("additionalProperties") && error.getProperty() != null) {
      return " is invalid: %s is not known.".formatted(below(place, error.getProperty()));
    }
    return " is invalid: %s is %s: %s."
        .formatted(place.isEmpty() ? "it" : place, shown(error), error.getMessage());
  }

  private static String shown(Error error) {
    String text = error.getInstanceNode().toString();
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN - 1) + "…";
  }

  private static String below(String place, String name) {
    return place.isEmpty() ? name : place + '.' + name;
  }

  private static String place(NodePath path) {
    var place = new StringBuilder();
    for (int i = 0; i < path.getNameCount(); i++) {
      if (path.getElement(i) instanceof Integer index) {
        place.append('[').append(index).append(']');
      } else {
        place.append(i == 0 ? "" : ".").append(path.getName(i));
      }
    }
    return place.toString();
  }

  /** The code of the nearest schema around the violated keyword that has one, or null. */
  private String code(Error error) {
    var around = new ArrayList<JsonNode>();
    NodePath path = error.getEvaluationPath();
    JsonNode schema = root;
    around.add(schema);
    for (int i = 0; i < path.getNameCount() - 1; i++) {
      schema = step(schema, path.getElement(i));
      around.add(schema);
    }
    if (error.getProperty() != null) {
      JsonNode property = schema.path("properties").path(error.getProperty());
      around.add(property.has("$ref") ? step(property, "$ref") : property);
    }
    for (int i = around.size() - 1; i >= 0; i--) {
      if (around.get(i).has("x-error")) {
        return around.get(i).get("x-error").asText();
      }
    }
    return null;
  }

  private JsonNode step(JsonNode schema, Object element) {
    if (element.equals("$ref")) {
      return schemas.document(schema.path("$ref").asText());
    }
    return element instanceof Integer index ? schema.path(index) : schema.path(element.toString());
  }
}

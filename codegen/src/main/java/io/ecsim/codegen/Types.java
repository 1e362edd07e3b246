package io.ecsim.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/** The Java type of a schema. Asking for one notes the components it needs. */
final class Types {
  private final Contract contract;
  private final Problems problems;

  Types(Contract contract) {
    this.contract = contract;
    this.problems = contract.problems();
  }

  /**
   * @param where how a problem names the place
   * @param needs takes the names of the components that have a Java type of their own
   */
  String of(JsonNode schema, String where, Set<String> needs) {
    String name = Contract.reference(schema);
    if (name != null) {
      JsonNode target = contract.schemas().get(name);
      if (isRecord(target) || isUnion(target)) {
        needs.add(name);
        return name;
      }
      return of(target, name, needs);
    }
    if (isRecord(schema) || isUnion(schema)) {
      problems.add("%s is an unnamed inline object: make it a component", where);
      return "Object";
    }
    return switch (schema.path("type").asText("")) {
      case "string" -> "String";
      case "boolean" -> "Boolean";
      case "integer" -> schema.path("format").asText("").equals("int64") ? "Long" : "Integer";
      case "number" -> number(schema);
      case "array" -> "List<" + of(schema.path("items"), where + "[]", needs) + ">";
      case "object" -> map(schema, where, needs);
      default -> "Object";
    };
  }

  /** An object with members of its own. */
  static boolean isRecord(JsonNode schema) {
    return !schema.path("properties").isEmpty();
  }

  /** A choice between components. */
  static boolean isUnion(JsonNode schema) {
    JsonNode choices = schema.path("oneOf");
    return !choices.isEmpty() && Contract.reference(choices.get(0)) != null;
  }

  /** Whether a record keeps members that the schema does not name. */
  static boolean isOpen(JsonNode schema) {
    JsonNode more = schema.path("additionalProperties");
    return more.isObject() || more.asBoolean();
  }

  /** The components with a Java type that these schemas lead to, directly or not. */
  Set<String> closure(Iterable<JsonNode> schemas) {
    var all = new TreeSet<String>();
    for (JsonNode schema : schemas) {
      var direct = new TreeSet<String>();
      of(schema, "body", direct);
      direct.forEach(name -> follow(name, all));
    }
    return all;
  }

  private void follow(String name, Set<String> all) {
    if (!all.add(name)) {
      return;
    }
    JsonNode schema = contract.schemas().get(name);
    var direct = new TreeSet<String>();
    schema.path("properties").properties().forEach(p -> of(p.getValue(), name, direct));
    schema.path("oneOf").forEach(choice -> of(choice, name, direct));
    if (isOpen(schema)) {
      of(schema.path("additionalProperties"), name, direct);
    }
    direct.forEach(next -> follow(next, all));
  }

  private static String number(JsonNode schema) {
    if (schema.path("x-cut").asBoolean()) {
      return "Integer";
    }
    String format = schema.path("format").asText("");
    return format.equals("double") || format.equals("float") ? "Double" : "BigDecimal";
  }

  private String map(JsonNode schema, String where, Set<String> needs) {
    JsonNode values = schema.path("additionalProperties");
    return "Map<String, " + (values.isObject() ? of(values, where + "{}", needs) : "Object") + ">";
  }
}

package io.ecsim.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The schema documents that requests and answers are tested against: one per component, and one per
 * query or unnamed body. References between them are absolute.
 */
final class SchemaFiles {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final String base;
  private final Map<String, JsonNode> documents = new TreeMap<>();
  private final Map<Operation, String> bodies = new LinkedHashMap<>();
  private final Map<Operation, String> queries = new LinkedHashMap<>();
  private final Map<Operation, Map<Integer, String>> answers = new LinkedHashMap<>();

  SchemaFiles(Contract contract) {
    this.base = "https://ecsim/" + contract.service() + "/";
    contract.schemas().forEach((name, schema) -> documents.put(name, schema.deepCopy()));
    for (Operation operation : contract.operations()) {
      if (operation.body() != null) {
        bodies.put(operation, name(operation.body(), operation.id() + ".request"));
      }
      var byStatus = new TreeMap<Integer, String>();
      operation
          .answers()
          .forEach((status, s) -> byStatus.put(status, name(s, operation.id() + "." + status)));
      answers.put(operation, byStatus);
      addQuery(contract, operation);
    }
    documents.values().forEach(this::turn);
  }

  /** The document of the request body, or null. */
  String body(Operation operation) {
    return bodies.get(operation);
  }

  /** The document of the query, or null. */
  String query(Operation operation) {
    return queries.get(operation);
  }

  /** The document of each answer, by status. */
  Map<Integer, String> answers(Operation operation) {
    return answers.get(operation);
  }

  /** The text of each document, by name. */
  Map<String, String> texts() {
    var texts = new TreeMap<String, String>();
    documents.forEach((name, document) -> texts.put(name, document.toPrettyString() + "\n"));
    return texts;
  }

  private String name(JsonNode schema, String ifUnnamed) {
    String name = Contract.reference(schema);
    if (name == null) {
      documents.put(ifUnnamed, schema.deepCopy());
      return ifUnnamed;
    }
    return name;
  }

  private void addQuery(Contract contract, Operation operation) {
    if (operation.parameters("query").isEmpty()) {
      return;
    }
    ObjectNode document = JSON.createObjectNode().put("type", "object");
    ObjectNode properties = document.putObject("properties");
    for (Operation.Parameter parameter : operation.parameters("query")) {
      properties.set(parameter.name(), contract.resolve(parameter.schema()).deepCopy());
    }
    String name = operation.id() + ".query";
    documents.put(name, document);
    queries.put(operation, name);
  }

  /**
   * Makes references absolute, gives 32-bit integers their range, which Java relies on, and lets
   * those be text that clients write as text.
   */
  private void turn(JsonNode node) {
    if (node instanceof ObjectNode object) {
      String name = Contract.reference(object);
      if (name != null) {
        object.set("$ref", TextNode.valueOf(base + name));
      }
      boolean whole = object.path("type").asText().equals("integer");
      if ((whole && !object.path("format").asText().equals("int64"))
          || object.path("x-cut").asBoolean()) {
        bound(object, "minimum", Integer.MIN_VALUE);
        bound(object, "maximum", Integer.MAX_VALUE);
      }
      if (object.path("x-text").asBoolean()) {
        object.putArray("type").add("integer").add("string");
        object.put("pattern", "^[0-9]{1,9}$");
      }
    }
    node.forEach(this::turn);
  }

  private static void bound(ObjectNode schema, String key, int limit) {
    if (!schema.has(key)) {
      schema.put(key, limit);
    }
  }
}

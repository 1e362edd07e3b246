package io.ecsim.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One service's document: its component schemas and its operations, both in an order that does not
 * depend on how the document was split into files.
 */
final class Contract {
  static final String SCHEMAS = "#/components/schemas/";

  private static final List<String> METHODS =
      List.of("get", "head", "post", "put", "patch", "delete", "options");

  private final String service;
  private final JsonNode root;
  private final Problems problems;
  private final Map<String, JsonNode> schemas = new TreeMap<>();
  private final List<Operation> operations = new ArrayList<>();

  /**
   * Reads the document and everything that can be said of it as a whole.
   *
   * @throws ContractException if it has dangling references or operations that say too little
   */
  Contract(String service, JsonNode root) {
    this.service = service;
    this.root = root;
    this.problems = new Problems(service);
    root.at("/components/schemas").properties().forEach(e -> schemas.put(e.getKey(), e.getValue()));
    References.check(root, problems);
    problems.check();
    readOperations();
    problems.check();
  }

  String service() {
    return service;
  }

  Problems problems() {
    return problems;
  }

  /** Component schemas by name. */
  Map<String, JsonNode> schemas() {
    return schemas;
  }

  /** All operations, by path and method. */
  List<Operation> operations() {
    return operations;
  }

  List<Operation> modelled() {
    return operations.stream().filter(Operation::modelled).toList();
  }

  /** The component that a schema refers to, or null if it stands for itself. */
  static String reference(JsonNode schema) {
    String to = schema.path("$ref").asText("");
    return to.startsWith(SCHEMAS) ? to.substring(SCHEMAS.length()) : null;
  }

  /** The node itself, or what it refers to. */
  JsonNode resolve(JsonNode node) {
    JsonNode found = node;
    while (found.has("$ref")) {
      found = root.at(found.get("$ref").asText().substring(1));
    }
    return found;
  }

  private void readOperations() {
    var reader = new OperationReader(this, root, problems);
    root.path("paths")
        .properties()
        .forEach(
            path -> {
              for (String method : METHODS) {
                JsonNode operation = path.getValue().path(method);
                if (operation.isObject()) {
                  operations.add(reader.read(path.getKey(), method, path.getValue(), operation));
                }
              }
            });
    operations.sort(
        Comparator.comparing(Operation::path)
            .thenComparingInt(o -> METHODS.indexOf(o.method().toLowerCase(Locale.ROOT))));
    var ids = new TreeMap<String, Operation>();
    for (Operation o : operations) {
      Operation other = ids.put(o.id(), o);
      if (other != null) {
        problems.add("operation %s is both %s and %s", o.id(), other.path(), o.path());
      }
    }
  }
}

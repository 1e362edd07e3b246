package io.ecsim.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** One interface per tag, with a method per modelled operation, and how the routes call it. */
final class Apis {
  private final Contract contract;
  private final Types types;
  private final Map<String, List<Method>> tags = new TreeMap<>();
  private final Map<String, QueryView> queries = new TreeMap<>();

  /**
   * A method of an interface.
   *
   * @param returns its return type
   * @param parameters its parameters after the call, with types
   * @param call the expression that calls it, on the tag's field
   * @param nothing whether it returns nothing
   */
  record Method(
      String id,
      String name,
      String about,
      String returns,
      List<String> parameters,
      String call,
      boolean nothing) {
    String declared() {
      return String.join(", ", parameters);
    }
  }

  /** The record that holds an operation's query keys and headers. */
  record QueryView(String name, String operation, List<Key> keys, List<String> imports) {}

  /** One query key or header and how it is read from the input. */
  record Key(String name, String type, String read) {}

  /** An interface, and the field that the routes keep it in. */
  record Api(String tag, String field, List<Method> methods) {}

  Apis(Contract contract, Types types) {
    this.contract = contract;
    this.types = types;
    for (Operation operation : contract.modelled()) {
      if (operation.hasQuery()) {
        QueryView query = query(operation);
        queries.put(query.name(), query);
      }
      tags.computeIfAbsent(operation.tag(), tag -> new ArrayList<>()).add(method(operation));
    }
  }

  Map<String, QueryView> queries() {
    return queries;
  }

  List<Api> apis() {
    return tags.entrySet().stream()
        .map(e -> new Api(e.getKey(), Names.lower(e.getKey()), e.getValue()))
        .toList();
  }

  Method method(String id) {
    return tags.values().stream()
        .flatMap(List::stream)
        .filter(m -> m.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private Method method(Operation operation) {
    var parameters = new ArrayList<String>();
    var arguments = new ArrayList<String>();
    arguments.add("call");
    pathKeys(operation.path())
        .forEach(
            key -> {
              parameters.add("String " + Names.component(key));
              arguments.add("in.path(" + Names.literal(key) + ")");
            });
    if (operation.body() != null) {
      String type = types.of(operation.body(), operation.id() + " body", new TreeSet<>());
      if (type.contains("<")) {
        contract.problems().add("%s: the body must be one object", operation.id());
      }
      parameters.add(type + " body");
      arguments.add("in.body(" + type + ".class)");
    }
    if (operation.hasQuery()) {
      parameters.add(operation.id() + "Query query");
      arguments.add(operation.id() + "Query.of(in)");
    }
    String returns = returns(operation);
    return new Method(
        operation.id(),
        operation.name(),
        about(operation),
        returns,
        parameters,
        Names.lower(operation.tag())
            + "."
            + operation.name()
            + "("
            + String.join(", ", arguments)
            + ")",
        returns.equals("void"));
  }

  private String returns(Operation operation) {
    List<JsonNode> bodies = operation.successBodies();
    String type =
        bodies.isEmpty()
            ? "Void"
            : bodies.size() > 1
                ? "Object"
                : types.of(bodies.get(0), operation.id() + " answer", new TreeSet<>());
    if (operation.choosesReply()) {
      return "Reply<" + type + ">";
    }
    return bodies.isEmpty() ? "void" : type;
  }

  private static String about(Operation operation) {
    var text = new StringBuilder("{@code " + operation.id() + "}");
    if (!operation.aliases().isEmpty()) {
      text.append(" ({@code ")
          .append(String.join("}, {@code ", operation.aliases().keySet()))
          .append("})");
    }
    text.append(": {@code ").append(operation.method()).append(' ').append(operation.path());
    text.append("}.");
    return operation.summary() == null ? text.toString() : text + " " + operation.summary();
  }

  /** The path's parameters in order, without the project, which the call knows. */
  static List<String> pathKeys(String path) {
    var keys = new ArrayList<String>();
    for (String part : path.split("/", -1)) {
      if (part.startsWith("{") && part.endsWith("}") && !part.equals("{project_id}")) {
        keys.add(part.substring(1, part.length() - 1));
      }
    }
    return keys;
  }

  private QueryView query(Operation operation) {
    var keys = new ArrayList<Key>();
    var imports = new TreeSet<String>();
    var taken = new HashMap<String, String>();
    for (Operation.Parameter parameter : operation.parameters()) {
      if (parameter.isIn("query") || parameter.isIn("header")) {
        Key key = key(operation, parameter);
        Imports.of(key.type(), imports);
        if (taken.put(key.name(), parameter.name()) != null) {
          contract.problems().add("%s: two query keys are %s", operation.id(), key.name());
        }
        keys.add(key);
      }
    }
    return new QueryView(operation.id() + "Query", operation.id(), keys, List.copyOf(imports));
  }

  private Key key(Operation operation, Operation.Parameter parameter) {
    String where = operation.id() + " " + parameter.name();
    String type = types.of(contract.resolve(parameter.schema()), where, new TreeSet<>());
    String name = parameter.schema().path("x-name").asText(Names.component(parameter.name()));
    String json = Names.literal(parameter.name());
    if (parameter.isIn("header")) {
      return new Key(name, "String", "in.header(" + json + ")");
    }
    return switch (type) {
      case "Integer", "Long", "Boolean" ->
          new Key(name, type, "in.query" + type + "(" + json + ")");
      case "String" -> new Key(name, type, "in.queryText(" + json + ")");
      default -> {
        if (!type.startsWith("List<")) {
          contract.problems().add("%s: a query key cannot be %s", where, type);
        }
        yield new Key(name, "List<String>", "in.query(" + json + ")");
      }
    };
  }
}

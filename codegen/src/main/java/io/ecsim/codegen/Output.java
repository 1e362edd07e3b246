package io.ecsim.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Everything that is generated for one service. */
record Output(
    Contract contract, Records records, Apis apis, SchemaFiles files, List<Row.Chunk> chunks) {

  /**
   * Works it all out.
   *
   * @throws ContractException if the document cannot be generated from
   */
  static Output of(String service, JsonNode root) {
    var contract = new Contract(service, root);
    var types = new Types(contract);
    var records = new Records(contract, types);
    var apis = new Apis(contract, types);
    var files = new SchemaFiles(contract);
    var rows = contract.operations().stream().map(o -> Row.of(o, service, files)).toList();
    var output = new Output(contract, records, apis, files, Row.chunks(rows));
    output.checkTypes();
    contract.problems().check();
    return output;
  }

  /** The names of all types that have a file of their own through the model template. */
  Set<String> types() {
    var names = new TreeSet<>(records.records().keySet());
    names.addAll(records.unions().keySet());
    names.addAll(apis.queries().keySet());
    return names;
  }

  /** The names of all generated Java files. */
  Stream<String> javaFiles() {
    return Stream.of(
            types().stream(),
            apis.apis().stream().map(a -> a.tag() + "Api"),
            own(),
            Stream.of("package-info"))
        .flatMap(names -> names)
        .map(name -> name + ".java");
  }

  /** Which part of the model template a type needs. */
  String kind(String name) {
    return apis.queries().containsKey(name)
        ? "x-query"
        : records.unions().containsKey(name) ? "x-union" : "x-record";
  }

  Object view(String name) {
    return switch (kind(name)) {
      case "x-query" -> apis.queries().get(name);
      case "x-union" -> records.unions().get(name);
      default -> records.records().get(name);
    };
  }

  private void checkTypes() {
    Problems problems = contract.problems();
    var taken = new HashMap<String, String>();
    var all = Stream.of(types().stream(), apis.apis().stream().map(a -> a.tag() + "Api"), own());
    all.flatMap(names -> names)
        .forEach(
            name -> {
              String other = taken.put(name.toLowerCase(Locale.ROOT), name);
              if (other != null) {
                problems.add("two types are called %s and %s", other, name);
              }
              if (!Names.isType(name)) {
                problems.add("%s cannot be the name of a type", name);
              }
            });
    for (String query : apis.queries().keySet()) {
      if (contract.schemas().containsKey(query)) {
        problems.add("%s is a schema and the query of an operation", query);
      }
    }
  }

  private Stream<String> own() {
    String prefix = Names.upper(contract.service());
    return Stream.of(prefix + "Operations", prefix + "Routes");
  }
}

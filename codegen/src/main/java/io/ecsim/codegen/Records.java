package io.ecsim.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The records and sealed interfaces of the schemas that modelled operations need. */
final class Records {
  private static final int BUILT_FROM = 5;

  private final Contract contract;
  private final Types types;
  private final Set<String> answered;
  private final Map<String, RecordView> records = new TreeMap<>();
  private final Map<String, UnionView> unions = new TreeMap<>();

  /** A choice between records, told apart by their members. */
  record UnionView(String name, String about, List<String> choices) {
    String permits() {
      return String.join(", ", choices);
    }
  }

  Records(Contract contract, Types types) {
    this.contract = contract;
    this.types = types;
    var bodies = new ArrayList<JsonNode>();
    var answers = new ArrayList<JsonNode>();
    for (Operation operation : contract.modelled()) {
      answers.addAll(operation.successBodies());
      if (operation.body() != null) {
        bodies.add(operation.body());
      }
    }
    this.answered = types.closure(answers);
    var needed = new TreeSet<>(types.closure(bodies));
    needed.addAll(answered);
    readUnions(needed);
    for (String name : needed) {
      if (!unions.containsKey(name)) {
        records.put(name, record(name, contract.schemas().get(name)));
      }
    }
  }

  Map<String, RecordView> records() {
    return records;
  }

  Map<String, UnionView> unions() {
    return unions;
  }

  private void readUnions(Set<String> needed) {
    for (String name : needed) {
      JsonNode schema = contract.schemas().get(name);
      if (!Types.isUnion(schema)) {
        continue;
      }
      var choices = new ArrayList<String>();
      for (JsonNode choice : schema.path("oneOf")) {
        String target = Contract.reference(choice);
        if (target == null || !Types.isRecord(contract.schemas().get(target))) {
          contract.problems().add("%s has a choice that is no object with members", name);
        } else {
          choices.add(target);
        }
      }
      unions.put(name, new UnionView(name, about(name, schema), choices));
    }
  }

  private RecordView record(String name, JsonNode schema) {
    var required = new TreeSet<String>();
    schema.path("required").forEach(key -> required.add(key.asText()));
    var taken = new HashMap<String, String>();
    var members = new ArrayList<RecordView.Member>();
    for (var entry : schema.path("properties").properties()) {
      String key = entry.getKey();
      RecordView.Member member = member(name, key, entry.getValue(), required.contains(key));
      String other = taken.put(member.name(), key);
      if (other != null) {
        contract
            .problems()
            .add("%s: %s and %s are both %s (see x-name)", name, other, key, member.name());
      }
      members.add(member);
    }
    RecordView.Member open = open(name, schema, taken);
    var of =
        unions.values().stream()
            .filter(u -> u.choices().contains(name))
            .map(UnionView::name)
            .toList();
    boolean built =
        members.size() >= BUILT_FROM
            && (answered.contains(name) || schema.path("x-built").asBoolean());
    var view = new RecordView(name, about(name, schema), of, members, open, built, List.of());
    return new RecordView(name, view.about(), of, members, open, built, Imports.of(view));
  }

  private RecordView.Member member(String owner, String key, JsonNode schema, boolean required) {
    JsonNode target = contract.resolve(schema);
    boolean given = schema.path("x-given").asBoolean();
    boolean cut = target.path("x-cut").asBoolean();
    boolean nullable = schema.path("nullable").asBoolean() || target.path("nullable").asBoolean();
    String type = types.of(schema, owner + "." + key, new TreeSet<>());
    return new RecordView.Member(
        schema.path("x-name").asText(Names.component(key)),
        Names.literal(key),
        given ? "Given<" + type + ">" : type,
        schema.path("x-always").asBoolean() || (required && (nullable || type.equals("Object"))),
        given,
        cut);
  }

  private RecordView.Member open(String name, JsonNode schema, Map<String, String> taken) {
    if (!Types.isOpen(schema)) {
      return null;
    }
    if (taken.containsKey("additional")) {
      contract.problems().add("%s is open and has a member 'additional' (see x-name)", name);
    }
    JsonNode values = schema.path("additionalProperties");
    String type = values.isObject() ? types.of(values, name + "{}", new TreeSet<>()) : "Object";
    return new RecordView.Member(
        "additional", "\"\"", "Map<String, " + type + ">", false, false, false);
  }

  private static String about(String name, JsonNode schema) {
    String text = schema.path("description").asText("");
    return text.isEmpty() ? "Schema {@code " + name + "}." : text.replace("*/", "* /");
  }
}

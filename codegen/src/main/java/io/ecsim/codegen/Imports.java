package io.ecsim.codegen;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The imports of a generated file, from the types it speaks of. */
final class Imports {
  private static final String JACKSON = "com.fasterxml.jackson.annotation.";

  private Imports() {}

  static List<String> of(RecordView view) {
    var imports = new TreeSet<String>();
    for (RecordView.Member member : view.components()) {
      of(member.type(), imports);
      if (member.equals(view.open())) {
        imports.add(JACKSON + "JsonAnyGetter");
        imports.add(JACKSON + "JsonAnySetter");
      } else if (member.renamed()) {
        imports.add(JACKSON + "JsonProperty");
      }
      if (member.cut()) {
        imports.add("com.fasterxml.jackson.databind.annotation.JsonDeserialize");
        imports.add("io.ecsim.api.CutDecimals");
      }
    }
    imports.add(JACKSON + "JsonInclude");
    if (view.chosen()) {
      imports.add(JACKSON + "JsonTypeInfo");
    }
    return List.copyOf(imports);
  }

  static void of(String type, Set<String> imports) {
    if (type.contains("List<")) {
      imports.add("java.util.List");
    }
    if (type.contains("Map<")) {
      imports.add("java.util.Map");
    }
    if (type.contains("BigDecimal")) {
      imports.add("java.math.BigDecimal");
    }
    if (type.contains("Given<")) {
      imports.add("io.ecsim.api.Given");
    }
    if (type.contains("Reply<")) {
      imports.add("io.ecsim.api.Reply");
    }
  }
}

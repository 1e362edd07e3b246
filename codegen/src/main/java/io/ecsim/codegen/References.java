package io.ecsim.codegen;

import com.fasterxml.jackson.databind.JsonNode;

/** Finds references that lead nowhere. The parser only warns of some of them. */
final class References {
  private References() {}

  static void check(JsonNode root, Problems problems) {
    check(root, root, problems);
  }

  private static void check(JsonNode root, JsonNode node, Problems problems) {
    JsonNode reference = node.get("$ref");
    if (reference != null && reference.isTextual()) {
      String to = reference.asText();
      if (!to.startsWith("#/") || root.at(to.substring(1)).isMissingNode()) {
        problems.add("%s is not defined", to);
      }
    }
    node.forEach(child -> check(root, child, problems));
  }
}

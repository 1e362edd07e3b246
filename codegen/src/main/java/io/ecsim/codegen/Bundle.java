package io.ecsim.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts the documents of all services into one. Paths get the service's prefix, names of components,
 * tags and operations its name; {@code control} keeps its paths, which have a prefix of their own.
 */
public final class Bundle {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String COMPONENTS = "#/components/";

  private final ObjectNode root = JSON.createObjectNode();
  private final ObjectNode tags = JSON.createObjectNode();
  private final ObjectNode paths = JSON.createObjectNode();
  private final Map<String, Map<String, JsonNode>> components = new TreeMap<>();

  private Bundle(String version) {
    root.put("openapi", "3.0.3");
    root.putObject("info").put("title", "ecsim").put("version", version);
  }

  /**
   * Writes the bundle.
   *
   * @param arguments the bundle's file, its version, then the document of each service, each named
   *     after its service
   */
  public static void main(String[] arguments) throws IOException {
    var bundle = new Bundle(arguments[1]);
    for (String file : Arrays.asList(arguments).subList(2, arguments.length)) {
      Path document = Path.of(file);
      String name = String.valueOf(document.getFileName()).replace(".json", "");
      bundle.add(name, (ObjectNode) JSON.readTree(document.toFile()));
    }
    Path target = Path.of(arguments[0]);
    Files.createDirectories(target.toAbsolutePath().getParent());
    Files.writeString(target, bundle.text());
  }

  private void add(String service, ObjectNode document) {
    String prefix = service + ".";
    rename(document, prefix);
    document.path("tags").forEach(tag -> prefixed((ObjectNode) tag, "name", prefix));
    document.path("tags").forEach(tag -> tags.set(tag.path("name").asText(), tag));
    document
        .path("components")
        .properties()
        .forEach(
            kind -> {
              var all = components.computeIfAbsent(kind.getKey(), k -> new TreeMap<>());
              kind.getValue().properties().forEach(e -> all.put(prefix + e.getKey(), e.getValue()));
            });
    String before = service.equals("control") ? "" : "/" + service;
    var sorted = new TreeMap<String, JsonNode>();
    document.path("paths").properties().forEach(e -> sorted.put(e.getKey(), e.getValue()));
    sorted.forEach(
        (path, item) -> {
          for (JsonNode operation : item) {
            operations(operation, prefix);
          }
          paths.set(before + path, item);
        });
  }

  private static void operations(JsonNode operation, String prefix) {
    if (operation instanceof ObjectNode object && object.has("operationId")) {
      prefixed(object, "operationId", prefix);
      var names = JSON.createArrayNode();
      object.path("tags").forEach(tag -> names.add(prefix + tag.asText()));
      object.set("tags", names);
    }
  }

  private static void prefixed(ObjectNode node, String key, String prefix) {
    node.put(key, prefix + node.path(key).asText());
  }

  /** References to components get the prefix of their new names. */
  private static void rename(JsonNode node, String prefix) {
    if (node instanceof ObjectNode object) {
      String to = object.path("$ref").asText("");
      if (to.startsWith(COMPONENTS)) {
        int name = to.lastIndexOf('/') + 1;
        object.set("$ref", TextNode.valueOf(to.substring(0, name) + prefix + to.substring(name)));
      }
    }
    for (Iterator<JsonNode> children = node.elements(); children.hasNext(); ) {
      rename(children.next(), prefix);
    }
  }

  private String text() {
    root.set("tags", JSON.createArrayNode().addAll(tags.valueStream().toList()));
    root.set("paths", paths);
    root.set("components", JSON.valueToTree(components));
    return root.toString();
  }
}

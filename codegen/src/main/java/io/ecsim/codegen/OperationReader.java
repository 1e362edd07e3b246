package io.ecsim.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads operations. What an operation does not say itself ({@code x-modelled}, {@code
 * x-error-form}, {@code x-invalid}, {@code x-microversion}), its tag says, and for what the tag
 * does not say, {@code info}.
 */
final class OperationReader {
  /** Headers that tell who calls; the call knows them already. */
  private static final Set<String> CREDENTIALS =
      Set.of(
          "x-auth-token",
          "x-security-token",
          "authorization",
          "x-project-id",
          "x-sdk-date",
          "host");

  private static final Set<String> NO_INPUT = Set.of("content-type", "accept");

  private final Contract contract;
  private final JsonNode info;
  private final Map<String, JsonNode> tags = new LinkedHashMap<>();
  private final Problems problems;

  OperationReader(Contract contract, JsonNode root, Problems problems) {
    this.contract = contract;
    this.info = root.path("info");
    this.problems = problems;
    root.path("tags").forEach(tag -> tags.put(tag.path("name").asText(), tag));
  }

  Operation read(String path, String method, JsonNode item, JsonNode operation) {
    String name = operation.path("operationId").asText("");
    String tag = operation.path("tags").path(0).asText("");
    if (name.isEmpty() || tag.isEmpty()) {
      problems.add("%s %s has no operationId or no tag", method, path);
    }
    if (!tags.containsKey(tag)) {
      problems.add("%s has tag %s, which the document does not list", name, tag);
    }
    String form = said(operation, tag, "x-error-form");
    if (form == null) {
      problems.add("%s has no x-error-form, nor has its tag or the document", name);
    }
    var answers = new LinkedHashMap<Integer, JsonNode>();
    var successes = new ArrayList<Integer>();
    boolean headers = readAnswers(operation, successes, answers);
    if (successes.isEmpty()) {
      problems.add("%s declares no success", name);
    }
    JsonNode body = contract.resolve(operation.path("requestBody"));
    return new Operation(
        name,
        method.toUpperCase(Locale.ROOT),
        path,
        tag,
        operation.path("summary").asText(null),
        aliases(operation.path("x-operations")),
        !"false".equals(said(operation, tag, "x-modelled")),
        form,
        said(operation, tag, "x-invalid"),
        parameters(item, operation),
        schema(body),
        body.path("required").asBoolean(),
        successes,
        answers,
        headers || successes.size() > 1 || operation.path("x-reply").asBoolean(),
        microversions(name, path, said(operation, tag, "x-microversion")));
  }

  private Microversions microversions(String name, String path, String service) {
    if (service == null) {
      return null;
    }
    JsonNode said = info.path("x-microversions").path(service);
    Microversions read = Microversions.read(service, said);
    if (read == null) {
      problems.add("%s speaks of microversions of %s, whose range is %s", name, service, said);
    }
    return read == null || !read.holdFor(path) ? null : read;
  }

  private String said(JsonNode operation, String tag, String key) {
    return Stream.of(operation, tags.getOrDefault(tag, info), info)
        .map(node -> node.path(key).asText(null))
        .filter(value -> value != null)
        .findFirst()
        .orElse(null);
  }

  private boolean readAnswers(
      JsonNode operation, List<Integer> successes, Map<Integer, JsonNode> answers) {
    boolean headers = false;
    for (var entry : operation.path("responses").properties()) {
      JsonNode response = contract.resolve(entry.getValue());
      int status = entry.getKey().equals("default") ? 0 : Integer.parseInt(entry.getKey());
      if (status >= 200 && status <= 300) {
        successes.add(status);
        headers |= !response.path("headers").isEmpty();
      }
      JsonNode schema = schema(response);
      if (schema != null) {
        answers.put(status, schema);
      }
    }
    return headers;
  }

  private List<Operation.Parameter> parameters(JsonNode item, JsonNode operation) {
    var byName = new LinkedHashMap<String, Operation.Parameter>();
    for (JsonNode list : List.of(item.path("parameters"), operation.path("parameters"))) {
      for (JsonNode one : list) {
        JsonNode parameter = contract.resolve(one);
        String name = parameter.path("name").asText();
        String in = parameter.path("in").asText();
        String small = name.toLowerCase(Locale.ROOT);
        boolean told =
            in.equals("header") && (CREDENTIALS.contains(small) || NO_INPUT.contains(small));
        if (!told) {
          byName.put(in + name, new Operation.Parameter(name, in, parameter.path("schema")));
        }
      }
    }
    return List.copyOf(byName.values());
  }

  private static JsonNode schema(JsonNode content) {
    for (JsonNode media : content.path("content")) {
      return media.get("schema");
    }
    return null;
  }

  private static Map<String, String> aliases(JsonNode marks) {
    var aliases = new LinkedHashMap<String, String>();
    marks.properties().forEach(mark -> aliases.put(mark.getKey(), mark.getValue().asText()));
    return aliases;
  }
}

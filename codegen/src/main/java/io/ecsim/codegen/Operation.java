package io.ecsim.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * An operation as the document tells it.
 *
 * @param name the operationId, which is also the Java method
 * @param method the HTTP method, upper case
 * @param body the schema of the request body, or null
 * @param answers the schema of each declared status that has a body; 0 stands for {@code default}
 * @param choosesReply whether the answer is a {@code Reply}
 * @param microversions the versions a client may ask for, or null where there are none
 */
record Operation(
    String name,
    String method,
    String path,
    String tag,
    String summary,
    Map<String, String> aliases,
    boolean modelled,
    String errorForm,
    String invalid,
    List<Parameter> parameters,
    JsonNode body,
    boolean bodyRequired,
    List<Integer> successes,
    Map<Integer, JsonNode> answers,
    boolean choosesReply,
    Microversions microversions) {

  /** A parameter that is not taken from the credentials. */
  record Parameter(String name, String in, JsonNode schema) {
    boolean isIn(String place) {
      return in.equals(place);
    }
  }

  /** The vendor's name of the operation. */
  String id() {
    return Names.upper(name);
  }

  List<Parameter> parameters(String place) {
    return parameters.stream().filter(p -> p.isIn(place)).toList();
  }

  boolean hasQuery() {
    return !parameters("query").isEmpty() || !parameters("header").isEmpty();
  }

  /** The schemas of the declared successes. */
  List<JsonNode> successBodies() {
    return successes.stream().filter(answers::containsKey).map(answers::get).distinct().toList();
  }
}

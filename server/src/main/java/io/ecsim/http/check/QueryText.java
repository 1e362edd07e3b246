package io.ecsim.http.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Gives the text of a query the types that the contract expects, where it can have them. */
final class QueryText {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,100}");

  private QueryText() {}

  /**
   * The query as an object.
   *
   * @param properties the schema of each key
   */
  static ObjectNode typed(Map<String, List<String>> query, JsonNode properties) {
    ObjectNode typed = JSON.objectNode();
    query.forEach(
        (key, values) -> {
          JsonNode schema = properties.path(key);
          if (schema.path("type").asText().equals("array")) {
            ArrayNode array = typed.putArray(key);
            values.forEach(value -> array.add(typed(value, schema.path("items"))));
          } else if (!isBlank(values.get(0), schema)) {
            typed.set(key, typed(values.get(0), schema));
          }
        });
    return typed;
  }

  /** A number or boolean without any text is as good as absent. */
  private static boolean isBlank(String value, JsonNode schema) {
    return value.isEmpty() && !schema.path("type").asText("string").equals("string");
  }

  private static JsonNode typed(String value, JsonNode schema) {
    return switch (schema.path("type").asText()) {
      case "integer", "number" ->
          WHOLE.matcher(value).matches()
              ? JSON.numberNode(new BigInteger(value))
              : JSON.textNode(value);
      case "boolean" ->
          value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false")
              ? JSON.booleanNode(Boolean.parseBoolean(value))
              : JSON.textNode(value);
      default -> JSON.textNode(value);
    };
  }
}

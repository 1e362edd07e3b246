package io.ecsim.evs.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ecsim.api.ApiError;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Metadata as lists are filtered by it: a JSON object in the query. Native clients write quotes as
 * Python does.
 */
public final class MetadataText {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_SINGLE_QUOTES).build();

  private MetadataText() {}

  /** The items of such a text; values that are no texts count by how they are written. */
  public static Map<String, String> parse(String field, String text) {
    var items = new LinkedHashMap<String, String>();
    read(field, text).properties().forEach(e -> items.put(e.getKey(), e.getValue().asText()));
    return items;
  }

  private static JsonNode read(String field, String text) {
    try {
      JsonNode json = JSON.readTree(text);
      if (json.isObject()) {
        return json;
      }
    } catch (JsonProcessingException e) {
      throw refused(field, text);
    }
    throw refused(field, text);
  }

  private static ApiError refused(String field, String text) {
    return new ApiError("EVS.1058", "%s is no JSON object: %s".formatted(field, text));
  }
}

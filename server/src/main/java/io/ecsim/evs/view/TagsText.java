package io.ecsim.evs.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ecsim.api.ApiError;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tags as lists of version 5 are filtered by them: JSON in the query, {@code {"key": "value"}} or,
 * as Terraform's documentation of groups has it, {@code [{"key", "value"}]}.
 */
public final class TagsText {
  private static final ObjectMapper JSON = new ObjectMapper();

  private TagsText() {}

  /**
   * The tags of such a text; none where there is no text.
   *
   * @throws ApiError EVS.5400 for what is no such text
   */
  public static Map<String, String> parse(String text) {
    var tags = new LinkedHashMap<String, String>();
    if (text == null || text.isEmpty()) {
      return tags;
    }
    JsonNode json = read(text);
    if (json.isObject()) {
      json.properties().forEach(tag -> tags.put(tag.getKey(), tag.getValue().asText()));
    } else if (json.isArray()) {
      json.forEach(tag -> tags.put(tag.path("key").asText(), tag.path("value").asText()));
    } else {
      throw refused(text);
    }
    return tags;
  }

  private static JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw refused(text);
    }
  }

  private static ApiError refused(String text) {
    return new ApiError("EVS.5400", "tags is neither a JSON object nor a list: %s".formatted(text));
  }
}

package io.ecsim.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;

/**
 * What a double answered.
 *
 * @param text the body
 */
public record HttpAnswer(int status, HttpHeaders headers, String text) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The body as JSON. */
  public JsonNode json() {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + text, e);
    }
  }

  /** What is at this JSON pointer of the body, as text: {@code /volume/id}. */
  public String at(String pointer) {
    return json().at(pointer).asText();
  }

  /** The first header of this name, or null. */
  public String header(String name) {
    return headers.firstValue(name).orElse(null);
  }
}

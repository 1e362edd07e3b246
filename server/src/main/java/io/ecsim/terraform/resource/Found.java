package io.ecsim.terraform.resource;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the cloud told of an object. Members of its answer belong to the attributes of the same
 * name, unless something else is said here. What it did not tell is left as it was.
 */
public final class Found {
  private final JsonNode answer;
  private final Map<String, Object> said = new HashMap<>();
  private final Set<String> untold = new HashSet<>();

  private Found(JsonNode answer) {
    this.answer = answer;
  }

  /** This object of an answer. */
  public static Found of(JsonNode answer) {
    return new Found(answer);
  }

  /** Nothing of an answer by itself. */
  public static Found nothing() {
    return new Found(null);
  }

  /**
   * The value of an attribute: a node, a text, a number, a flag, a list or a map of such; converted
   * by the attribute's type.
   */
  public Found with(String attribute, Object value) {
    said.put(attribute, value);
    return this;
  }

  /** The values of several attributes. */
  public Found with(Map<String, ?> attributes) {
    said.putAll(attributes);
    return this;
  }

  /** Members of the answer that have a name in common with these attributes, and nothing else. */
  public Found without(String... attributes) {
    untold.addAll(Arrays.asList(attributes));
    return this;
  }

  boolean tells(String attribute) {
    return said.containsKey(attribute)
        || (answer != null && answer.has(attribute) && !untold.contains(attribute));
  }

  Object told(String attribute) {
    return said.containsKey(attribute) ? said.get(attribute) : answer.get(attribute);
  }
}

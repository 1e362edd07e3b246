package io.ecsim.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecsim.api.ApiError;
import io.ecsim.sim.Spec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What resources are, as JSON objects and back. */
final class Specs {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .build();

  private Specs() {}

  /** The attributes of a spec, in the order of its record. */
  static Map<String, Object> show(Spec spec) {
    return JSON.convertValue(spec, new TypeReference<Map<String, Object>>() {});
  }

  /** A value as a record of the API. */
  static <T> T as(Class<T> type, Object value) {
    return JSON.convertValue(value, type);
  }

  /**
   * A spec with other attributes; objects are merged, {@code null} takes a member away.
   *
   * @throws ApiError {@code unknownAttribute}, or {@code invalid} for a value that does not fit
   */
  @SuppressWarnings("unchecked")
  static <S extends Spec> S patched(S spec, Map<String, Object> attributes) {
    Class<S> type = (Class<S>) spec.getClass();
    List<String> known =
        Arrays.stream(type.getRecordComponents()).map(part -> part.getName()).toList();
    for (String attribute : attributes.keySet()) {
      if (!known.contains(attribute)) {
        throw new ApiError(
                400, "unknownAttribute", "There is no attribute \"%s\".".formatted(attribute))
            .hinting(Nearest.hint(attribute, known));
      }
    }
    ObjectNode tree = JSON.valueToTree(spec);
    merge(tree, JSON.valueToTree(attributes));
    try {
      return JSON.treeToValue(tree, type);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new ApiError(
          400,
          "invalid",
          "The attributes do not fit: " + e.getMessage().lines().findFirst().orElse(""));
    }
  }

  /** RFC 7396, but that {@code null} stays at the top: a record has no members to take away. */
  private static void merge(ObjectNode into, ObjectNode patch) {
    patch
        .properties()
        .forEach(
            member -> {
              JsonNode old = into.get(member.getKey());
              if (old instanceof ObjectNode object
                  && member.getValue() instanceof ObjectNode more) {
                more.properties().stream()
                    .filter(part -> part.getValue().isNull())
                    .forEach(part -> object.remove(part.getKey()));
                merge(object, without(more));
              } else {
                into.set(member.getKey(), member.getValue());
              }
            });
  }

  private static ObjectNode without(ObjectNode object) {
    ObjectNode rest = JsonNodeFactory.instance.objectNode();
    object.properties().stream()
        .filter(part -> !part.getValue().isNull())
        .forEach(part -> rest.set(part.getKey(), part.getValue()));
    return rest;
  }
}

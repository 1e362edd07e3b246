package io.ecsim.terraform.catalog.plain;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.value.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Members of answers under the names that Terraform can have: {@code OS-EXT-AZ:availability_zone}
 * is {@code os_ext_az_availability_zone}, {@code maxTotalRAMSize} is {@code max_total_ram_size}.
 * Keys of maps are nobody's to change.
 */
final class Spelling {
  private Spelling() {}

  /** What was told, with the members that this type has. */
  static Object of(Type type, JsonNode told) {
    if (type instanceof Type.ObjectOf object && told.isObject()) {
      return members(object, told);
    }
    Type element =
        type instanceof Type.ListOf list
            ? list.element()
            : type instanceof Type.SetOf set ? set.element() : null;
    if (element instanceof Type.ObjectOf object && told.isObject()) {
      return List.of(members(object, told));
    }
    if (element != null && told.isArray()) {
      List<Object> elements = new ArrayList<>();
      told.forEach(one -> elements.add(of(element, one)));
      return elements;
    }
    return told;
  }

  private static Map<String, Object> members(Type.ObjectOf type, JsonNode told) {
    Map<String, JsonNode> respelled = new LinkedHashMap<>();
    told.properties().forEach(m -> respelled.put(respelled(m.getKey()), m.getValue()));
    Map<String, Object> members = new LinkedHashMap<>();
    type.members()
        .forEach(
            (name, member) -> {
              JsonNode value = told.has(name) ? told.get(name) : respelled.get(name);
              members.put(name, value == null || value.isNull() ? null : of(member, value));
            });
    return members;
  }

  private static String respelled(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
        .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
        .replaceAll("[^A-Za-z0-9]+", "_")
        .toLowerCase(Locale.ROOT);
  }
}

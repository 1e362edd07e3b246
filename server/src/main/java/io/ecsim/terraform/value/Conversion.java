package io.ecsim.terraform.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Values from what other hands wrote: JSON, and Java's own collections, numbers and texts. Members
 * that a type lacks are dropped, those that are missing are null; {@code "5"} is a number where one
 * is asked for.
 */
public final class Conversion {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Conversion() {}

  /**
   * The value of this type.
   *
   * @throws IllegalArgumentException if it cannot be one
   */
  public static Object to(Type type, Object from) {
    if (from == null || from == Unknown.UNKNOWN) {
      return from;
    }
    if (from instanceof JsonNode node) {
      return node.isNull() || node.isMissingNode() ? null : to(type, plain(node));
    }
    if (type instanceof Type.Primitive primitive) {
      return primitive(primitive, from);
    } else if (type instanceof Type.ListOf list) {
      return elements(list.element(), from);
    } else if (type instanceof Type.SetOf set) {
      return new Bag(elements(set.element(), from instanceof Bag bag ? bag.elements() : from));
    } else if (type instanceof Type.MapOf map) {
      Map<String, Object> entries = new LinkedHashMap<>();
      map(type, from)
          .forEach((key, value) -> entries.put(String.valueOf(key), to(map.element(), value)));
      return entries;
    }
    Map<?, ?> given = map(type, from);
    Map<String, Object> members = new LinkedHashMap<>();
    ((Type.ObjectOf) type)
        .members()
        .forEach((name, member) -> members.put(name, to(member, given.get(name))));
    return members;
  }

  private static Object plain(JsonNode node) {
    return JSON.convertValue(node, Object.class);
  }

  private static Object primitive(Type.Primitive type, Object from) {
    return switch (type) {
      case STRING -> text(from);
      case BOOL -> flag(from);
      case NUMBER -> number(from);
    };
  }

  private static String text(Object from) {
    if (from instanceof BigDecimal number) {
      return number.toPlainString();
    }
    if (from instanceof String || from instanceof Number || from instanceof Boolean) {
      // Terraform's texts are composed; it would see a difference otherwise.
      return Normalizer.normalize(from.toString(), Normalizer.Form.NFC);
    }
    throw no(Type.STRING, from);
  }

  private static Boolean flag(Object from) {
    if (from instanceof Boolean flag) {
      return flag;
    }
    if ("true".equalsIgnoreCase(from.toString()) || "false".equalsIgnoreCase(from.toString())) {
      return Boolean.valueOf(from.toString());
    }
    throw no(Type.BOOL, from);
  }

  private static Object number(Object from) {
    if (from instanceof String text && text.isEmpty()) {
      return null;
    }
    try {
      return Numbers.of(from.toString());
    } catch (NumberFormatException e) {
      throw no(Type.NUMBER, from);
    }
  }

  private static List<Object> elements(Type type, Object from) {
    if (from instanceof Map && type instanceof Type.ObjectOf) {
      // The vendor's provider knows no single object: it shows a list of one.
      return List.of(to(type, from));
    }
    if (!(from instanceof Collection<?> given)) {
      throw no(Type.list(type), from);
    }
    List<Object> elements = new ArrayList<>();
    given.forEach(element -> elements.add(to(type, element)));
    return elements;
  }

  private static Map<?, ?> map(Type type, Object from) {
    if (from instanceof Map<?, ?> map) {
      return map;
    }
    throw no(type, from);
  }

  private static IllegalArgumentException no(Type type, Object from) {
    return new IllegalArgumentException(from + " is no " + type.json());
  }
}

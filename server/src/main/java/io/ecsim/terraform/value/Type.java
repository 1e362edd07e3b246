package io.ecsim.terraform.value;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A type of Terraform's. Values are null, {@link Unknown#UNKNOWN}, and by type: {@code String},
 * {@code BigDecimal} without trailing zeros, {@code Boolean}, {@code List}, {@link Bag} for a set,
 * {@code Map} for maps and objects; so {@code equals} is Terraform's equality.
 */
public sealed interface Type {
  /** Text. */
  Type STRING = Primitive.STRING;

  /** A number of any size. */
  Type NUMBER = Primitive.NUMBER;

  /** True or false. */
  Type BOOL = Primitive.BOOL;

  /** The type as JSON: {@code ["list","string"]}. */
  String json();

  /** A list of these. */
  static Type list(Type element) {
    return new ListOf(element);
  }

  /** A set of these. */
  static Type set(Type element) {
    return new SetOf(element);
  }

  /** A map from text to these. */
  static Type map(Type element) {
    return new MapOf(element);
  }

  /** An object with these members: name, type, name, type, ... */
  static Type object(Object... namesAndTypes) {
    Map<String, Type> members = new LinkedHashMap<>();
    for (int i = 0; i < namesAndTypes.length; i += 2) {
      members.put((String) namesAndTypes[i], (Type) namesAndTypes[i + 1]);
    }
    return new ObjectOf(members);
  }

  /** An object whose members are all texts; {@link ObjectOf#and} adds others. */
  static ObjectOf texts(String... names) {
    var object = new ObjectOf(Map.of());
    for (String name : names) {
      object = object.and(name, STRING);
    }
    return object;
  }

  /** What has no parts. */
  enum Primitive implements Type {
    /** Text. */
    STRING("\"string\""),
    /** A number. */
    NUMBER("\"number\""),
    /** True or false. */
    BOOL("\"bool\"");

    private final String json;

    Primitive(String json) {
      this.json = json;
    }

    @Override
    public String json() {
      return json;
    }
  }

  /** Elements in order. */
  record ListOf(Type element) implements Type {
    @Override
    public String json() {
      return "[\"list\"," + element.json() + "]";
    }
  }

  /** Elements without order. */
  record SetOf(Type element) implements Type {
    @Override
    public String json() {
      return "[\"set\"," + element.json() + "]";
    }
  }

  /** Elements by name. */
  record MapOf(Type element) implements Type {
    @Override
    public String json() {
      return "[\"map\"," + element.json() + "]";
    }
  }

  /** Members, each with a type of its own. */
  record ObjectOf(Map<String, Type> members) implements Type {
    /** The same with one more member. */
    public ObjectOf and(String name, Type type) {
      Map<String, Type> more = new LinkedHashMap<>(members);
      more.put(name, type);
      return new ObjectOf(more);
    }

    @Override
    public String json() {
      return members.entrySet().stream()
          .map(member -> "\"" + member.getKey() + "\":" + member.getValue().json())
          .collect(Collectors.joining(",", "[\"object\",{", "}]"));
    }
  }
}

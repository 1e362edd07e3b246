package io.ecsim.terraform.value;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The arguments of one block, by name. What is unknown reads as absent here; {@link #get} tells the
 * difference.
 */
public record Values(Map<String, Object> members) {
  /** None at all. */
  public static final Values NONE = new Values(Map.of());

  /** A view of an object's value, none for null. */
  @SuppressWarnings("unchecked")
  public static Values of(Object object) {
    return object instanceof Map<?, ?> map ? new Values((Map<String, Object>) map) : NONE;
  }

  /** As it is: null, unknown, or a value of its type. */
  public Object get(String name) {
    return members.get(name);
  }

  /** Whether it is there and known. */
  public boolean has(String name) {
    Object value = get(name);
    return value != null && value != Unknown.UNKNOWN;
  }

  /** A text; null if it is absent. */
  public String text(String name) {
    return has(name) ? (String) get(name) : null;
  }

  /** A text; null if it is absent or empty. */
  public String filled(String name) {
    String text = text(name);
    return text == null || text.isEmpty() ? null : text;
  }

  /** A whole number; null if it is absent. */
  public Long number(String name) {
    return has(name) ? ((BigDecimal) get(name)).longValue() : null;
  }

  /** A flag; null if it is absent. */
  public Boolean flag(String name) {
    return has(name) ? (Boolean) get(name) : null;
  }

  /** Whether a flag is set. */
  public boolean isSet(String name) {
    return Boolean.TRUE.equals(flag(name));
  }

  /** The texts of a list or set; none if it is absent. */
  public List<String> texts(String name) {
    return elements(name).stream().map(String.class::cast).toList();
  }

  /** The texts of a map, none if it is absent. */
  public Map<String, String> map(String name) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (get(name) instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) -> {
            if (value instanceof String text) {
              texts.put((String) key, text);
            }
          });
    }
    return texts;
  }

  /** The blocks of this name, in order. */
  public List<Values> blocks(String name) {
    return elements(name).stream().map(Values::of).toList();
  }

  /** The first block of this name; {@link #NONE} if there is none. */
  public Values block(String name) {
    List<Values> blocks = blocks(name);
    return blocks.isEmpty() ? NONE : blocks.get(0);
  }

  private List<?> elements(String name) {
    Object value = get(name);
    List<?> elements = value instanceof Map<?, ?> single ? List.of(single) : Bag.elementsOf(value);
    return elements.stream().filter(e -> e != null && e != Unknown.UNKNOWN).toList();
  }
}

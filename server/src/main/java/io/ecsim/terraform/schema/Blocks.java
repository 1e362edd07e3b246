package io.ecsim.terraform.schema;

import io.ecsim.terraform.value.Bag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Terraform knows no absent block, only none of them. */
public final class Blocks {
  private Blocks() {}

  /** An object of this table with nothing in it. */
  public static Map<String, Object> none(Schema schema) {
    return present(schema, Map.of());
  }

  /** These members, with no blocks where there is nothing. */
  public static Map<String, Object> present(Schema schema, Map<String, Object> members) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (Member member : schema.members()) {
      Object value = members.get(member.name());
      object.put(member.name(), value == null ? nothing(member) : value);
    }
    return object;
  }

  private static Object nothing(Member member) {
    if (member instanceof NestedBlock block) {
      return switch (block.nesting()) {
        case SINGLE -> null;
        case LIST -> List.of();
        case SET -> new Bag(List.of());
      };
    }
    return null;
  }
}

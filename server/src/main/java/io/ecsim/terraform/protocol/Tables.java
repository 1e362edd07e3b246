package io.ecsim.terraform.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ecsim.terraform.schema.Attribute;
import io.ecsim.terraform.schema.Attribute.Flag;
import io.ecsim.terraform.schema.Member;
import io.ecsim.terraform.schema.NestedBlock;
import io.ecsim.terraform.schema.Schema;
import io.ecsim.terraform.schema.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tables as messages. */
final class Tables {
  private Tables() {}

  static List<Messages.SchemaEntry> of(Map<String, Schema> schemas) {
    return schemas.entrySet().stream()
        .map(entry -> new Messages.SchemaEntry(entry.getKey(), of(entry.getValue())))
        .toList();
  }

  static Messages.Schema of(Schema schema) {
    return new Messages.Schema(0, block(schema.members()));
  }

  private static Messages.Block block(List<Member> members) {
    List<Messages.Attribute> attributes = new ArrayList<>();
    List<Messages.NestedBlock> blocks = new ArrayList<>();
    for (Member member : members) {
      if (member instanceof Attribute row) {
        attributes.add(attribute(row));
      } else {
        blocks.add(nested((NestedBlock) member));
      }
    }
    return new Messages.Block(attributes, blocks);
  }

  private static Messages.Attribute attribute(Attribute row) {
    return new Messages.Attribute(
        row.name(),
        row.type().json().getBytes(UTF_8),
        row.use() == Use.REQUIRED,
        row.use() == Use.OPTIONAL || row.use() == Use.OPTIONAL_COMPUTED,
        row.use().computed(),
        row.is(Flag.SENSITIVE),
        row.is(Flag.DEPRECATED));
  }

  private static Messages.NestedBlock nested(NestedBlock row) {
    int nesting =
        switch (row.nesting()) {
          case SINGLE -> 1;
          case LIST -> 2;
          case SET -> 3;
        };
    return new Messages.NestedBlock(
        row.name(), block(row.members()), nesting, row.least(), row.most());
  }
}

package io.ecsim.terraform.protocol;

import io.ecsim.terraform.schema.Schema;
import io.ecsim.terraform.value.Packed;
import io.ecsim.terraform.value.Values;
import java.util.Map;

/** Objects in messages. */
final class Dynamic {
  private Dynamic() {}

  static Values values(Schema schema, Messages.DynamicValue value) {
    return value == null ? Values.NONE : Values.of(Packed.read(schema.type(), value.msgpack()));
  }

  static Messages.DynamicValue of(Schema schema, Map<String, Object> object) {
    return new Messages.DynamicValue(Packed.write(schema.type(), object), null);
  }
}

package io.ecsim.terraform.schema;

import io.ecsim.terraform.value.Type;

/** What a block may contain. */
public sealed interface Member permits Attribute, NestedBlock {
  /** Its name in a configuration. */
  String name();

  /** What its value is. */
  Type type();
}

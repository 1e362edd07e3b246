package io.ecsim.terraform.resource;

import io.ecsim.terraform.schema.Schema;
import java.util.List;

/** A kind of data source: a table and one function. */
public interface DataSource {
  /** Its name in a configuration. */
  String name();

  /** Other names for the same. */
  default List<String> aliases() {
    return List.of();
  }

  /** Its table. */
  Schema schema();

  /** What the cloud says; {@code id} has to be among it. */
  Found read(Query query);
}

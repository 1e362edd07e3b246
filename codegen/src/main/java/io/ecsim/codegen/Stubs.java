package io.ecsim.codegen;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import java.util.List;

/** Reduces a document to what the framework has to loop over. */
final class Stubs {
  private Stubs() {}

  /** Leaves a name and a tag of every modelled operation, and nothing of the others. */
  static void keepModelled(OpenAPI document, Output output) {
    var paths = new Paths();
    for (var modelled : output.contract().modelled()) {
      PathItem item = paths.computeIfAbsent(modelled.path(), path -> new PathItem());
      item.operation(
          PathItem.HttpMethod.valueOf(modelled.method()),
          new Operation().operationId(modelled.name()).tags(List.of(modelled.tag())));
    }
    document.setPaths(paths);
  }
}

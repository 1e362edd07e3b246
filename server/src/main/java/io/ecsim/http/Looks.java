package io.ecsim.http;

import io.ecsim.api.Operation;

/** Which operations show the world, for clocks that hold a step until it has been seen. */
final class Looks {
  private Looks() {}

  /** Some lists are asked for by POST, because their filter is a body. */
  static boolean isLook(Operation operation) {
    return !operation.service().equals("control")
        && (operation.method().equals("GET") || operation.id().startsWith("List"));
  }
}

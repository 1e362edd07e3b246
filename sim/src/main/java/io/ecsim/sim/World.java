package io.ecsim.sim;

import java.util.function.Function;

/** A whole cloud. */
public final class World {
  public <R> R transact(Function<Tx, R> change) {
    throw new UnsupportedOperationException();
  }
}

package io.ecsim.kms;

import io.ecsim.sim.Ids;
import java.util.Random;

/** A row of numbers that follows from a name: the same in every run. Made for one use. */
final class Dice extends Random {
  private static final long serialVersionUID = 1L;

  private final String name;
  private int drawn;

  Dice(String name) {
    this.name = name;
  }

  @Override
  protected int next(int bits) {
    return (int) Ids.below(1L << bits, name, drawn++);
  }
}

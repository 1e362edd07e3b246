package io.ecsim.inventory;

/** Whole numbers from {@code min} to {@code max}, both included. */
public record Range(int min, int max) {
  /** Whether a number lies in it. */
  public boolean contains(long number) {
    return min <= number && number <= max;
  }

  @Override
  public String toString() {
    return min + "-" + max;
  }
}

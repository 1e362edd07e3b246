package io.ecsim.sim;

/** What one call sees of a world. */
public final class Glance {
  public void attach(Tx tx) {}
}

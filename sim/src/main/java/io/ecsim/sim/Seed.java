package io.ecsim.sim;

/**
 * What is there before anybody has done anything: in a project when it is first used (the default
 * network), in a world when it is made (fault rules).
 */
@FunctionalInterface
public interface Seed {
  /** A world without anything in it. */
  Seed NOTHING = (tx, project) -> {};

  /** Puts the inventory of a new project there. */
  void plant(Tx tx, String project);

  /** Puts into a new world, or one that is reset, what it begins with. */
  default void open(Tx tx) {}
}

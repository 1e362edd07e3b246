package io.ecsim.sim;

/** What a project finds when it is first used: the default network, the public images. */
@FunctionalInterface
public interface Seed {
  /** A world without anything in it. */
  Seed NOTHING = (tx, project) -> {};

  /** Puts the inventory of a new project there. */
  void plant(Tx tx, String project);
}

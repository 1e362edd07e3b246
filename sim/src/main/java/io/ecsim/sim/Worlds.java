package io.ecsim.sim;

import java.util.Collection;
import java.util.concurrent.ConcurrentSkipListMap;

/** The worlds of one server, side by side. An unknown one is made on first use. */
public final class Worlds {
  /** The world of requests that name none. */
  public static final String DEFAULT = "default";

  private final ConcurrentSkipListMap<String, World> worlds = new ConcurrentSkipListMap<>();
  private final Blueprint blueprint;

  /** New worlds are made from this; {@code default} is there at once. */
  public Worlds(Blueprint blueprint) {
    this.blueprint = blueprint;
    get(DEFAULT);
  }

  /** The world of this name, made now if need be. */
  public World get(String name) {
    return worlds.computeIfAbsent(name, key -> new World(key, blueprint));
  }

  /**
   * Makes a world, as the blueprint says or as another one is now.
   *
   * @param from what it is forked from, or null
   * @return the world, or null if the name is taken
   */
  public World make(String name, World from) {
    World made = from == null ? new World(name, blueprint) : from.fork(name);
    return worlds.putIfAbsent(name, made) == null ? made : null;
  }

  /** The world of this name, or null. */
  public World find(String name) {
    return worlds.get(name);
  }

  /** All worlds, by name. */
  public Collection<World> all() {
    return worlds.values();
  }

  /** Forgets a world; {@code default} is then as new. False if there was none. */
  public boolean remove(String name) {
    boolean there = worlds.remove(name) != null;
    get(DEFAULT);
    return there;
  }
}

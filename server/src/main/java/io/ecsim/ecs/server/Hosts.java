package io.ecsim.ecs.server;

import io.ecsim.sim.Ids;
import io.ecsim.sim.Resource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The hosts that servers run on: a few in each zone. Which one follows from the server's id, and
 * what a project may know of it from its name; that is remembered, for every look at a server asks.
 */
public final class Hosts {
  /** How many there are in a zone. */
  public static final int IN_A_ZONE = 20;

  private final Map<Seen, Host> known = new ConcurrentHashMap<>();

  /**
   * A host.
   *
   * @param name as in {@code cn-north-4a-pod07}
   * @param id what its owner may know of it: 56 hexadecimal digits, others for each project
   */
  public record Host(String name, String id) {
    /** Where a server is before a host is chosen. */
    public static final Host NONE = new Host(null, "");
  }

  private record Seen(String project, String zone, int number) {}

  /** The host that a server runs on. */
  public Host of(Resource<Server> server) {
    Build build = server.spec().build();
    return known.computeIfAbsent(
        new Seen(server.ref().project(), build.zone(), number(server)), Hosts::make);
  }

  /** Which host of its zone a server is on, counted from 1. */
  public static int number(Resource<Server> server) {
    return number(server.id(), server.spec().build().moves());
  }

  /**
   * Which host of its zone a server is on.
   *
   * @param moves how often it has been brought to another one
   */
  public static int number(String server, int moves) {
    return 1 + Math.floorMod(server.hashCode() + moves, IN_A_ZONE);
  }

  private static Host make(Seen seen) {
    String name = "%s-pod%02d".formatted(seen.zone(), seen.number());
    return new Host(name, Ids.hex(seen.project(), name) + Ids.hex(name, "id").substring(0, 24));
  }
}

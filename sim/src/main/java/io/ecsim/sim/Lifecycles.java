package io.ecsim.sim;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All tables of a world, by the name of their type; and their edges, by {@code type.action}. */
public final class Lifecycles {
  private final Map<String, Lifecycle<?, ?>> types = new TreeMap<>();
  private final Map<String, Edge<?, ?>> edges = new TreeMap<>();

  /** The tables of these types; a name may occur once. */
  public Lifecycles(List<? extends Lifecycle<?, ?>> tables) {
    for (Lifecycle<?, ?> table : tables) {
      if (types.put(table.type(), table) != null) {
        throw new IllegalArgumentException("two lifecycles are called " + table.type());
      }
      table.edges().forEach(edge -> edges.put(edge.name(), edge));
    }
  }

  /** The table of a type, or null. */
  public Lifecycle<?, ?> type(String name) {
    return types.get(name);
  }

  /** An edge by its full name, or null. */
  public Edge<?, ?> edge(String name) {
    return edges.get(name);
  }

  /** All tables, by name. */
  public Collection<Lifecycle<?, ?>> all() {
    return Collections.unmodifiableCollection(types.values());
  }

  /** The full names of all edges, sorted. */
  public Collection<String> edgeNames() {
    return Collections.unmodifiableCollection(edges.keySet());
  }
}

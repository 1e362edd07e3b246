package io.ecsim.inventory;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Quotas and other bounds. */
public record Limits(Map<Limit, Integer> values) {
  /** The bounds of the built-in inventory. */
  public static final Limits BUILT_IN = new Limits(Map.of());

  /** Fills in what is not given. */
  public Limits {
    var all = new EnumMap<Limit, Integer>(Limit.class);
    for (Limit limit : Limit.values()) {
      all.put(limit, values.getOrDefault(limit, limit.builtIn()));
    }
    values = Collections.unmodifiableMap(all);
  }

  /** The bound; -1 for none. */
  public int of(Limit limit) {
    return values.get(limit);
  }

  /** Whether there may not be so many. */
  public boolean exceeded(Limit limit, long wanted) {
    int most = of(limit);
    return most >= 0 && wanted > most;
  }

  /** The same with another value. */
  public Limits with(Limit limit, int value) {
    var changed = new EnumMap<>(values);
    changed.put(limit, value);
    return new Limits(changed);
  }
}

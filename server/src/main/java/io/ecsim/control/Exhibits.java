package io.ecsim.control;

import io.ecsim.api.ApiError;
import io.ecsim.pack.Exhibit;
import io.ecsim.sim.Lifecycle;
import io.ecsim.sim.Status;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The types of resources that can be shown, by name. Services fill it. */
public final class Exhibits {
  private final Map<String, Exhibit<?>> types = new TreeMap<>();

  /** These types. */
  public Exhibits(Collection<Exhibit<?>> exhibits) {
    exhibits.forEach(exhibit -> types.put(exhibit.lifecycle().type(), exhibit));
  }

  /** All of them, by name. */
  Collection<Exhibit<?>> all() {
    return types.values();
  }

  /** Their tables, by name. */
  public List<Lifecycle<?, ?>> lifecycles() {
    List<Lifecycle<?, ?>> tables = new ArrayList<>();
    types.values().forEach(exhibit -> tables.add(exhibit.lifecycle()));
    return tables;
  }

  /** Their names, and {@code job}. */
  List<String> names() {
    List<String> names = new ArrayList<>(types.keySet());
    names.add(JobView.TYPE);
    return names;
  }

  /**
   * The type of this name.
   *
   * @throws ApiError {@code unknownType}
   */
  Exhibit<?> require(String type) {
    Exhibit<?> exhibit = types.get(type);
    if (exhibit == null) {
      throw new ApiError(404, "unknownType", "There is no type \"%s\".".formatted(type))
          .hinting(Nearest.hint(type, names()));
    }
    return exhibit;
  }

  /**
   * The status of a type with this label.
   *
   * @throws ApiError {@code unknownStatus}
   */
  static Status status(Lifecycle<?, ?> table, String label) {
    return table
        .status(label)
        .<Status>map(status -> status)
        .orElseThrow(() -> unknownStatus(table.type(), label, labels(table)));
  }

  static ApiError unknownStatus(String type, String label, Collection<String> known) {
    return new ApiError(400, "unknownStatus", "A %s has no status \"%s\".".formatted(type, label))
        .hinting(Nearest.hint(label, known));
  }

  /** The labels of a table's statuses. */
  static Set<String> labels(Lifecycle<?, ?> table) {
    Set<String> labels = new LinkedHashSet<>();
    table.statuses().forEach(status -> labels.add(status.label()));
    return labels;
  }
}

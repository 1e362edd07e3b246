package io.ecsim.terraform.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The way to an argument: {@code network[0].uuid}.
 *
 * @param steps a {@code String} for a name, an {@code Integer} for a place in a list
 */
public record Path(List<Object> steps) {
  /** The object itself. */
  public static final Path ROOT = new Path(List.of());

  /** The argument of this name, at the root. */
  public static Path of(String name) {
    return ROOT.name(name);
  }

  /** One step on, to a member. */
  public Path name(String name) {
    return then(name);
  }

  /** One step on, to an element of a list. */
  public Path index(int index) {
    return then(index);
  }

  private Path then(Object step) {
    List<Object> longer = new ArrayList<>(steps);
    longer.add(step);
    return new Path(List.copyOf(longer));
  }

  /** As the vendor's provider writes it: {@code network.0.uuid}. */
  @Override
  public String toString() {
    return steps.stream().map(Object::toString).collect(Collectors.joining("."));
  }
}

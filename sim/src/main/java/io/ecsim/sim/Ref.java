package io.ecsim.sim;

import java.util.Comparator;

/**
 * The address of a resource. The project is part of it, so that nobody reaches into another project
 * by accident.
 *
 * @param type the singular name of the type: {@code volume}
 * @param project the project id
 * @param id the resource's id; names serve as ids where the cloud has no other (key pairs)
 */
public record Ref(String type, String project, String id) implements Comparable<Ref> {
  private static final Comparator<Ref> ORDER =
      Comparator.comparing(Ref::type).thenComparing(Ref::project).thenComparing(Ref::id);

  /** The address it has in another project. */
  Ref in(String otherProject) {
    return new Ref(type, otherProject, id);
  }

  @Override
  public int compareTo(Ref other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return type + " " + id;
  }
}

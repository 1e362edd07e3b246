package io.ecsim.sim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The table of one type of resource: its statuses and edges. A service writes it down once, as
 * data; handlers, refusals, faults, documents and pictures read it.
 *
 * @param <E> the enum of the statuses
 * @param <S> what resources of the type are
 */
public final class Lifecycle<E extends Enum<E> & Status, S extends Spec> {
  private final String type;
  private final Class<E> statuses;
  private final Class<S> spec;
  private final String missing;
  private final String busy;
  private final String gone;
  private final UnaryOperator<String> wording;
  private final List<Edge<S, ?>> edges = new ArrayList<>();

  private Lifecycle(
      String type,
      Class<E> statuses,
      Class<S> spec,
      String missing,
      String busy,
      String gone,
      UnaryOperator<String> wording) {
    this.type = type;
    this.statuses = statuses;
    this.spec = spec;
    this.missing = missing;
    this.busy = busy;
    this.gone = gone;
    this.wording = wording;
  }

  /** A table without edges yet; {@code type} is the singular name users know: {@code volume}. */
  public static <E extends Enum<E> & Status, S extends Spec> Lifecycle<E, S> of(
      String type, Class<E> statuses, Class<S> spec) {
    return new Lifecycle<>(type, statuses, spec, null, null, "deleted", code -> code);
  }

  /** The vendor's code for an id that is not there. */
  public Lifecycle<E, S> missing(String code) {
    return new Lifecycle<>(type, statuses, spec, code, busy, gone, wording);
  }

  /** The vendor's code while another edge has the resource to itself; else the status decides. */
  public Lifecycle<E, S> busy(String code) {
    return new Lifecycle<>(type, statuses, spec, missing, code, gone, wording);
  }

  /** What a removed one is called: {@code Deleted}. */
  public Lifecycle<E, S> gone(String label) {
    return new Lifecycle<>(type, statuses, spec, missing, busy, label, wording);
  }

  /**
   * How codes of other services are said here when an edge fails because of theirs: the code that
   * is shown instead, the same one if it is known here, or null if there is no word for it; then
   * the edge fails as it usually does. A code that a fault rule gives is shown as it is.
   */
  public Lifecycle<E, S> wording(UnaryOperator<String> words) {
    return new Lifecycle<>(type, statuses, spec, missing, busy, gone, words);
  }

  /** Begins the row of an edge that makes a resource. */
  public <A> EdgeDraft<E, S, A> creates(String action) {
    return new EdgeDraft<>(this, action, List.of(), true);
  }

  /** Begins the row of an edge that may begin in these statuses. */
  @SafeVarargs
  public final <A> EdgeDraft<E, S, A> on(String action, E... from) {
    return new EdgeDraft<>(this, action, Arrays.asList(from), false);
  }

  /** Begins the row of an edge that may begin in any status. */
  public <A> EdgeDraft<E, S, A> onAny(String action) {
    return new EdgeDraft<>(this, action, Arrays.asList(statuses.getEnumConstants()), false);
  }

  void add(Edge<S, ?> edge) {
    if (edges.stream().anyMatch(e -> e.action().equals(edge.action()))) {
      throw new IllegalArgumentException("two edges are called " + edge.name());
    }
    edges.add(edge);
  }

  /** The singular name of the type. */
  public String type() {
    return type;
  }

  /** What resources of the type are. */
  public Class<S> spec() {
    return spec;
  }

  /** The vendor's code for an id that is not there, or null. */
  public String missingCode() {
    return missing;
  }

  String busyCode() {
    return busy;
  }

  /** The code as it is said here, or null where there is no word for it. */
  String worded(String code) {
    return wording.apply(code);
  }

  /** What a removed one is called. */
  public String goneLabel() {
    return gone;
  }

  Class<E> enumType() {
    return statuses;
  }

  /** The statuses in the order of the enum. */
  public List<E> statuses() {
    return List.of(statuses.getEnumConstants());
  }

  /** The status with this label, in any case. */
  public Optional<E> status(String label) {
    return statuses().stream().filter(s -> s.label().equalsIgnoreCase(label)).findFirst();
  }

  /** The rows, in the order of the table. */
  public List<Edge<S, ?>> edges() {
    return Collections.unmodifiableList(edges);
  }

  /**
   * The resource as one of this type.
   *
   * @throws Refusal with the type's code if it is null: nothing is at this address
   */
  Resource<S> cast(Resource<?> resource, Ref ref) {
    if (resource == null) {
      throw new Refusal(missing, ref, "The %s could not be found.".formatted(ref));
    }
    return cast(resource);
  }

  /** The resource as one of this type. */
  @SuppressWarnings("unchecked")
  Resource<S> cast(Resource<?> resource) {
    if (!resource.ref().type().equals(type)) {
      throw new IllegalArgumentException(resource.ref() + " is no " + type);
    }
    return (Resource<S>) resource;
  }

  @Override
  public String toString() {
    return type;
  }
}

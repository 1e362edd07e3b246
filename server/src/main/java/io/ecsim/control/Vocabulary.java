package io.ecsim.control;

import io.ecsim.api.ErrorCodes;
import io.ecsim.api.Operation;
import io.ecsim.sim.Edge;
import io.ecsim.sim.Lifecycle;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The words a fault rule may use: edges, operations, vendor codes. */
public final class Vocabulary {
  private final Exhibits exhibits;
  private final Collection<Operation> operations;

  /** The words of these types and operations. */
  public Vocabulary(Exhibits exhibits, Collection<Operation> operations) {
    this.exhibits = exhibits;
    this.operations = operations;
  }

  private Stream<Edge<?, ?>> edges() {
    return exhibits.all().stream().flatMap(exhibit -> exhibit.lifecycle().edges().stream());
  }

  private static Stream<String> codesOf(Edge<?, ?> edge) {
    return Stream.of(
            Stream.ofNullable(edge.refusal()),
            edge.refusals().values().stream(),
            edge.reasons().stream().map(Edge.GuardRow::code),
            edge.guards().stream().map(Edge.GuardRow::code),
            edge.failures().stream().map(failure -> failure.code()))
        .flatMap(codes -> codes)
        .filter(code -> code != null);
  }

  Exhibits exhibits() {
    return exhibits;
  }

  /** The edge of this full name, or null. */
  Edge<?, ?> edge(String name) {
    return edges().filter(edge -> edge.name().equals(name)).findFirst().orElse(null);
  }

  List<String> edgeNames() {
    return edges().map(Edge::name).toList();
  }

  /** The operations that go by this name, in one service or in all. */
  List<Operation> operations(String name, String service) {
    return operations.stream()
        .filter(o -> service == null || o.service().equals(service))
        .filter(o -> o.id().equals(name) || o.aliases().containsKey(name))
        .toList();
  }

  /** All names of operations, with and without their service. */
  List<String> operationNames() {
    return operations.stream()
        .flatMap(o -> Stream.concat(Stream.of(o.id()), o.aliases().keySet().stream().sorted()))
        .distinct()
        .toList();
  }

  Set<String> services() {
    Set<String> services = new TreeSet<>();
    operations.forEach(o -> services.add(o.service()));
    return services;
  }

  /** The vendors' documented codes, and those of the tables. */
  Set<String> codes() {
    Set<String> codes = new TreeSet<>(ErrorCodes.all());
    edges().flatMap(Vocabulary::codesOf).forEach(codes::add);
    return codes;
  }

  /** All labels of statuses, of one type or of all. */
  Set<String> statuses(String type) {
    Set<String> labels = new TreeSet<>();
    for (var exhibit : exhibits.all()) {
      Lifecycle<?, ?> table = exhibit.lifecycle();
      if (type == null || type.equals(table.type())) {
        labels.addAll(Exhibits.labels(table));
      }
    }
    return labels;
  }
}

package io.ecsim.chart;

import io.ecsim.sim.Edge;
import io.ecsim.sim.Failure;
import io.ecsim.sim.Lifecycle;
import io.ecsim.sim.Spec;
import io.ecsim.sim.Status;
import io.ecsim.sim.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A row of a table in plain words.
 *
 * @param edge its full name: {@code volume.delete}
 * @param action the verb alone
 * @param creates whether it makes the resource
 * @param beside whether it leaves the status alone and others may run meanwhile
 * @param interrupts whether it may begin while another is under way
 * @param from the statuses it may begin in
 * @param but the statuses it may not begin in
 * @param doors where a door has a list of its own, that list
 * @param steps what readers see on the way
 * @param to where it leads: a status, {@code back}, {@code gone}, or words
 * @param failures how it can fail, the usual way first
 * @param refusal the code in a wrong status, or null
 * @param refusals other codes by the status they are for
 * @param guards the codes of its conditions beside the status, in the order they are asked
 */
public record Row(
    String edge,
    String action,
    boolean creates,
    boolean beside,
    boolean interrupts,
    List<String> from,
    List<String> but,
    Map<String, List<String>> doors,
    List<Stretch> steps,
    String to,
    List<Way> failures,
    String refusal,
    Map<String, String> refusals,
    List<String> guards) {

  /**
   * A stretch of the way.
   *
   * @param status the status meanwhile; null where it stays as it was
   * @param task the task word, or null
   * @param seconds how long on the {@code real} clock
   * @param sometimes whether only some lives have it
   */
  public record Stretch(String status, String task, double seconds, boolean sometimes) {}

  /**
   * A way to fail.
   *
   * @param code the vendor's code
   * @param sometimes whether only some lives can fail so
   * @param steps what readers see on the way
   * @param to where it leads
   */
  public record Way(String code, boolean sometimes, List<Stretch> steps, String to) {}

  /** Whether it is easier to say where it may not begin than where it may. */
  public boolean nearlyAnywhere() {
    return !creates && but.size() * 3 < from.size();
  }

  /** The rows of a table, in its order. */
  public static List<Row> of(Lifecycle<?, ?> table) {
    var rows = new ArrayList<Row>();
    table.edges().forEach(edge -> rows.add(of(edge)));
    return rows;
  }

  private static <S extends Spec, A> Row of(Edge<S, A> edge) {
    return new Row(
        edge.name(),
        edge.action(),
        edge.creates(),
        edge.alongside(),
        edge.interrupts(),
        labels(edge.from()),
        edge.table().statuses().stream()
            .filter(status -> !edge.from().contains(status))
            .map(Status::label)
            .toList(),
        doors(edge),
        stretches(edge.steps()),
        edge.end().text(),
        edge.failures().stream().map(Row::way).toList(),
        edge.refusal(),
        refusals(edge),
        Stream.concat(edge.reasons().stream(), edge.guards().stream())
            .map(Edge.GuardRow::code)
            .distinct()
            .toList());
  }

  private static Map<String, List<String>> doors(Edge<?, ?> edge) {
    var doors = new LinkedHashMap<String, List<String>>();
    edge.doors().forEach((door, statuses) -> doors.put(door, labels(statuses)));
    return doors;
  }

  private static Map<String, String> refusals(Edge<?, ?> edge) {
    var refusals = new LinkedHashMap<String, String>();
    edge.refusals().forEach((status, code) -> refusals.put(status.label(), code));
    return refusals;
  }

  private static List<String> labels(Collection<Status> statuses) {
    return statuses.stream().map(Status::label).toList();
  }

  private static <S extends Spec, A> Way way(Failure<S, A> failure) {
    return new Way(
        failure.code(), failure.when() != null, stretches(failure.steps()), failure.end().text());
  }

  private static <S extends Spec, A> List<Stretch> stretches(List<Step<S, A>> steps) {
    return steps.stream()
        .map(
            step ->
                new Stretch(
                    step.status() == null ? null : step.status().label(),
                    step.task(),
                    step.millis() / 1000.0,
                    step.sometimes()))
        .toList();
  }
}

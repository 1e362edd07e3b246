package io.ecsim.sim;

import java.util.List;

/**
 * What is to be done: an edge on a resource, or a group of plans. Data only: it names its edge.
 *
 * @param kind what clients call the job ({@code createServer}), or null; means nothing to the
 *     kernel
 * @param edge the full name of the edge, or null for a group
 * @param ref the resource, or null for a group
 * @param argument what the edge is begun with
 * @param spec the first spec of a resource that the edge makes, else null
 * @param door through which API it is asked for, or null
 * @param parts the members of a group
 * @param inOrder whether they run one after the other
 * @param lenient whether a refusal is a failed job instead of a refused request, and whether a row
 *     of plans goes on after it has failed
 * @param failsAs the code with which its failure shows in the job it is part of, or null for its
 *     own
 * @param job the id of its job where that was given out before it begins, else null
 */
public record Plan(
    String kind,
    String edge,
    Ref ref,
    Object argument,
    Spec spec,
    String door,
    List<Plan> parts,
    boolean inOrder,
    boolean lenient,
    String failsAs,
    String job) {

  /** Begin this edge on this resource. */
  public static <S extends Spec, A> Plan of(Edge<S, A> edge, Ref ref, A argument) {
    return new Plan(
        null, edge.name(), ref, argument, null, null, List.of(), false, false, null, null);
  }

  /** Make this resource. */
  public static <S extends Spec, A> Plan create(Edge<S, A> edge, Ref ref, S spec, A argument) {
    return new Plan(
        null, edge.name(), ref, argument, spec, null, List.of(), false, false, null, null);
  }

  /** An edge by its name, without an argument. */
  public static Plan named(String edge, Ref ref) {
    return new Plan(null, edge, ref, null, null, null, List.of(), false, false, null, null);
  }

  /** All of these at once. */
  public static Plan together(String kind, List<Plan> parts) {
    return new Plan(
        kind, null, null, null, null, null, List.copyOf(parts), false, false, null, null);
  }

  /** One of these after the other; the first that fails ends the row, unless it is lenient. */
  public static Plan inOrder(String kind, List<Plan> parts) {
    return new Plan(
        kind, null, null, null, null, null, List.copyOf(parts), true, false, null, null);
  }

  /** The same, with what clients call the job. */
  public Plan called(String newKind) {
    return new Plan(
        newKind, edge, ref, argument, spec, door, parts, inOrder, lenient, failsAs, job);
  }

  /** The same, asked for through another API. */
  public Plan through(String newDoor) {
    return new Plan(
        kind, edge, ref, argument, spec, newDoor, parts, inOrder, lenient, failsAs, job);
  }

  /** The same, but a refusal is a failed job, and a row goes on after its failure. */
  public Plan leniently() {
    return new Plan(kind, edge, ref, argument, spec, door, parts, inOrder, true, failsAs, job);
  }

  /** The same, but its failure shows with this code in the job it is part of. */
  public Plan failingAs(String code) {
    return new Plan(kind, edge, ref, argument, spec, door, parts, inOrder, lenient, code, job);
  }

  /**
   * The same, but its job has this id, which was given out before.
   *
   * @param id 32 hexadecimal digits that no other job has
   */
  public Plan known(String id) {
    return new Plan(kind, edge, ref, argument, spec, door, parts, inOrder, lenient, failsAs, id);
  }
}

package io.ecsim.sim;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * One row of a lifecycle: an action, from which statuses, through which steps, to which end, and
 * how it can be refused or fail. Made by {@link EdgeDraft}.
 *
 * @param table the lifecycle it belongs to
 * @param action the verb: {@code delete}
 * @param creates whether it makes the resource
 * @param alongside whether it leaves the status alone and lets other edges run beside it
 * @param interrupts whether it may begin while another edge is under way, and ends that one
 * @param interrupted where it leaves the resource if another edge interrupts it; null where it
 *     began
 * @param from the statuses it may begin in
 * @param doors other lists of statuses, by the name of the door
 * @param refusal the vendor's code in a wrong status
 * @param refusals codes that differ by status
 * @param reasons conditions that say more than a wrong status does, with their codes
 * @param guards conditions beside the status, with their codes
 * @param steps what readers see on the way
 * @param begins what changes when it begins
 * @param undoes how that is taken back when it fails
 * @param changes what changes when it ends well
 * @param parts what it sets in motion beside its own steps
 * @param inOrder whether the parts run one after the other
 * @param late whether the parts begin only when its own steps are over
 * @param amends what is set in motion when it has failed, before it ends
 * @param appoints what it leaves to be done later when it has ended well; null for nothing
 * @param heir the project that has the resource when it ends well; null where it stays
 * @param end where it leads
 * @param failures how it can fail, the usual way first
 */
public record Edge<S extends Spec, A>(
    Lifecycle<?, S> table,
    String action,
    boolean creates,
    boolean alongside,
    boolean interrupts,
    Status interrupted,
    Set<Status> from,
    Map<String, Set<Status>> doors,
    String refusal,
    Map<Status, String> refusals,
    List<GuardRow<S, A>> reasons,
    List<GuardRow<S, A>> guards,
    List<Step<S, A>> steps,
    Change<S, A> begins,
    Change<S, A> undoes,
    Settlement<S, A> changes,
    Cascade<S, A> parts,
    boolean inOrder,
    boolean late,
    Cascade<S, A> amends,
    Appointing<S, A> appoints,
    BiFunction<S, A, String> heir,
    End<S> end,
    List<Failure<S, A>> failures) {

  /** A guard and the code it refuses with. */
  public record GuardRow<S extends Spec, A>(String code, Guard<S, A> guard) {}

  /** The name users know it by: {@code volume.delete}. */
  public String name() {
    return table.type() + "." + action;
  }

  /** The statuses it may begin in when asked through this door; null is the usual one. */
  public Set<Status> from(String door) {
    return door == null ? from : doors.getOrDefault(door, from);
  }

  /**
   * How a resource fails with this code: the way that names it, else its usual one.
   *
   * @param spec what it is, or null if it is not there yet
   */
  Optional<Failure<S, A>> failure(String code, S spec) {
    return ways(spec).filter(f -> f.code().equals(code)).findFirst().or(() -> usual(spec));
  }

  /** The code of the usual failure of a resource, or null if it cannot fail. */
  String usualCode(S spec) {
    return usual(spec).map(Failure::code).orElse(null);
  }

  private Optional<Failure<S, A>> usual(S spec) {
    return ways(spec).findFirst();
  }

  private Stream<Failure<S, A>> ways(S spec) {
    return failures.stream().filter(f -> spec == null || f.happensTo(spec));
  }

  /** Whether it can fail. */
  public boolean canFail() {
    return !failures.isEmpty();
  }

  /**
   * Whether the edge may begin.
   *
   * @throws Refusal with the table's code if it may not
   */
  void check(State state, Resource<S> r, A argument, String door) {
    if (r.busy() && !alongside && !interrupts) {
      throw refused(
          r,
          busyCode(r),
          "is %s (%s is under way)".formatted(r.status().label(), state.job(r.job()).edge()),
          door);
    }
    if (!from(door).contains(r.status())) {
      ask(reasons, state, r, argument);
      String code = r.busy() ? busyCode(r) : refusalIn(r.status());
      throw refused(r, code, "is " + r.status().label(), door);
    }
    checkGuards(state, r, argument);
  }

  /** Asks the conditions beside the status. */
  void checkGuards(State state, Resource<S> r, A argument) {
    ask(guards, state, r, argument);
  }

  private void ask(List<GuardRow<S, A>> rows, State state, Resource<S> r, A argument) {
    for (GuardRow<S, A> row : rows) {
      String why = row.guard().refuses(state, r, argument);
      if (why != null) {
        throw new Refusal(row.code(), r.ref(), why);
      }
    }
  }

  /** The code this edge is refused with in a status that is not its own. */
  public String refusalIn(Status status) {
    return refusals.getOrDefault(status, refusal);
  }

  private String busyCode(Resource<S> r) {
    return table.busyCode() == null ? refusalIn(r.status()) : table.busyCode();
  }

  private Refusal refused(Resource<S> r, String code, String why, String door) {
    String allowed = String.join(", ", from(door).stream().map(Status::label).toList());
    return new Refusal(
        code, r.ref(), "The %s %s; %s needs: %s.".formatted(r.ref(), why, action, allowed));
  }

  @Override
  public String toString() {
    return name();
  }
}

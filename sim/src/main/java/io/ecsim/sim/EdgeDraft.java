package io.ecsim.sim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A row of a lifecycle while it is being written. The last word ({@code to}, {@code back}, {@code
 * gone}) enters it into its table, so a row without an end does not compile.
 */
public final class EdgeDraft<E extends Enum<E> & Status, S extends Spec, A> {
  private final Lifecycle<E, S> table;
  private final String action;
  private final boolean creates;
  private final Set<Status> from;
  private final Map<String, Set<Status>> doors = new LinkedHashMap<>();
  private final Map<Status, String> refusals = new LinkedHashMap<>();
  private final List<Edge.GuardRow<S, A>> reasons = new ArrayList<>();
  private final List<Edge.GuardRow<S, A>> guards = new ArrayList<>();
  private final List<Step<S, A>> steps = new ArrayList<>();
  private final List<Failure<S, A>> failures = new ArrayList<>();
  private boolean alongside;
  private boolean interrupts;
  private E interrupted;
  private boolean inOrder;
  private boolean late;
  private String refusal;
  private Change<S, A> begins;
  private Change<S, A> undoes;
  private Settlement<S, A> changes;
  private Cascade<S, A> parts;
  private Cascade<S, A> amends;
  private Appointing<S, A> appoints;
  private BiFunction<S, A, String> heir;

  EdgeDraft(Lifecycle<E, S> table, String action, Collection<E> from, boolean creates) {
    this.table = table;
    this.action = action;
    this.from = new LinkedHashSet<>(from);
    this.creates = creates;
  }

  /** Through this door (a second API on the same resources) the edge begins in these statuses. */
  @SafeVarargs
  public final EdgeDraft<E, S, A> door(String name, E... statuses) {
    doors.put(name, new LinkedHashSet<>(Arrays.asList(statuses)));
    return this;
  }

  /** The vendor's code in a wrong status. */
  public EdgeDraft<E, S, A> refused(String code) {
    refusal = code;
    return this;
  }

  /** The vendor's code in these wrong statuses. */
  @SafeVarargs
  public final EdgeDraft<E, S, A> refusedIn(String code, E... statuses) {
    Arrays.asList(statuses).forEach(status -> refusals.put(status, code));
    return this;
  }

  /**
   * The vendor's code in any wrong status, if this condition says why; asked before the codes that
   * a status alone has.
   */
  public EdgeDraft<E, S, A> refusedIf(String code, Guard<S, A> guard) {
    reasons.add(new Edge.GuardRow<>(code, guard));
    return this;
  }

  /** A condition beside the status; guards are asked in the order of the row. */
  public EdgeDraft<E, S, A> guard(String code, Guard<S, A> guard) {
    guards.add(new Edge.GuardRow<>(code, guard));
    return this;
  }

  /** A step: this status for so many seconds on the {@code real} clock. */
  public EdgeDraft<E, S, A> via(E status, double seconds) {
    return via(status, null, seconds);
  }

  /** A step with a task word. */
  public EdgeDraft<E, S, A> via(E status, String task, double seconds) {
    return viaIf(null, status, task, seconds);
  }

  /** A step that only some lives have. */
  public EdgeDraft<E, S, A> viaIf(BiPredicate<S, A> when, E status, String task, double seconds) {
    steps.add(new Step<>(status, task, Math.round(seconds * 1000), when, null));
    return this;
  }

  /** A step of lives that began in this status. */
  public EdgeDraft<E, S, A> viaFrom(E began, E status, String task, double seconds) {
    steps.add(new Step<>(status, task, Math.round(seconds * 1000), null, began));
    return this;
  }

  /** It leaves the status alone and lets other edges run beside it. */
  public EdgeDraft<E, S, A> alongside() {
    alongside = true;
    return this;
  }

  /** It may begin while another edge is under way, which then ends, undone. */
  public EdgeDraft<E, S, A> interrupting() {
    interrupts = true;
    return this;
  }

  /**
   * Where it leaves the resource if another edge interrupts it. Needed where it makes the resource:
   * that has no status to go back to.
   */
  public EdgeDraft<E, S, A> interruptedInto(E status) {
    interrupted = status;
    return this;
  }

  /** What changes at the beginning, and how that is taken back on failure or interruption. */
  public EdgeDraft<E, S, A> reserving(Change<S, A> doing, Change<S, A> undoing) {
    begins = doing;
    undoes = undoing;
    return this;
  }

  /** What changes when it ends well. */
  public EdgeDraft<E, S, A> changing(Change<S, A> change) {
    return settling(
        (state, resource, argument) -> change.apply(resource.spec(), argument, state.now()));
  }

  /** What changes when it ends well, where that depends on what else there is then. */
  public EdgeDraft<E, S, A> settling(Settlement<S, A> settlement) {
    changes = settlement;
    return this;
  }

  /** Parts that run beside its steps, all at once; it ends when all are over. */
  public EdgeDraft<E, S, A> with(Cascade<S, A> cascade) {
    parts = cascade;
    return this;
  }

  /** Parts that run one after the other. */
  public EdgeDraft<E, S, A> withInOrder(Cascade<S, A> cascade) {
    parts = cascade;
    inOrder = true;
    return this;
  }

  /**
   * Parts that begin, all at once, when its steps are over. If a fault makes it fail, they have not
   * begun.
   */
  public EdgeDraft<E, S, A> lastly(Cascade<S, A> cascade) {
    parts = cascade;
    late = true;
    return this;
  }

  /** What is set in motion when it has failed, to take back what its parts did. */
  public EdgeDraft<E, S, A> amending(Cascade<S, A> cascade) {
    amends = cascade;
    return this;
  }

  /** What it leaves to be done at a date of the calendar when it has ended well. */
  public EdgeDraft<E, S, A> appointing(Appointing<S, A> appointing) {
    appoints = appointing;
    return this;
  }

  /**
   * It hands the resource to the project that is computed: when it ends well, the resource stands
   * there, the same in all else. It has failed if then anybody uses the resource or does something
   * beside it, for nobody may be left with an address at which there is nothing.
   */
  public EdgeDraft<E, S, A> handingTo(BiFunction<S, A, String> project) {
    heir = project;
    return this;
  }

  /** It can fail with this code, and is then back where it began. */
  public EdgeDraft<E, S, A> failing(String code) {
    return failing(code, List.of(), new End.Back<>());
  }

  /** It can fail with this code, into this status. */
  public EdgeDraft<E, S, A> failing(String code, E status) {
    return failing(code, List.of(), fixed(status));
  }

  /**
   * It can fail with this code, and the resource is then no more; or it is in this status, if what
   * was made for it could not be taken back.
   */
  public EdgeDraft<E, S, A> failingGone(String code, E stranded) {
    return failing(code, List.of(), new End.Gone<>("gone", stranded, null));
  }

  /** It can fail with this code through a status (rolling back) to an end. */
  public EdgeDraft<E, S, A> failingVia(String code, E through, double seconds, E status) {
    return failing(code, List.of(step(through, null, seconds)), fixed(status));
  }

  /**
   * It can fail with this code through a status (rolling back), and is then back where it began.
   */
  public EdgeDraft<E, S, A> failingBackVia(String code, E through, String task, double seconds) {
    return failing(code, List.of(step(through, task, seconds)), new End.Back<>());
  }

  private Step<S, A> step(E status, String task, double seconds) {
    return new Step<>(status, task, Math.round(seconds * 1000), null, null);
  }

  /**
   * A resource like this can fail with this code, into this status. Written before the other ways,
   * it is its usual one.
   */
  public EdgeDraft<E, S, A> failingIf(Predicate<S> when, String code, E status) {
    failures.add(new Failure<>(code, when, List.of(), fixed(status)));
    return this;
  }

  private EdgeDraft<E, S, A> failing(String code, List<Step<S, A>> path, End<S> end) {
    failures.add(new Failure<>(code, null, path, end));
    return this;
  }

  /** It leads to this status. */
  public Edge<S, A> to(E status) {
    return ending(fixed(status));
  }

  /** It leads to a status that the spec decides; {@code label} is for tables and pictures. */
  public Edge<S, A> to(String label, Function<S, E> status) {
    return ending(new End.To<>(label, (spec, was) -> status.apply(spec)));
  }

  /** It leads to a status that the spec and the status it began in decide. */
  public Edge<S, A> to(String label, BiFunction<S, E, E> status) {
    return ending(
        new End.To<>(label, (spec, was) -> status.apply(spec, table.enumType().cast(was))));
  }

  /** It leads back to where it began. */
  public Edge<S, A> back() {
    return ending(new End.Back<>());
  }

  /** The resource is then no more. If others use it by then, it has failed. */
  public Edge<S, A> gone() {
    return ending(new End.Gone<>("gone", null, null));
  }

  /**
   * The resource is then no more, unless something of it is kept: then it waits, without anything
   * it owned, for a date. {@code label} is for tables and pictures.
   */
  public Edge<S, A> goneUnless(String label, Keeping<S> keeping) {
    return ending(new End.Gone<>(label, null, keeping));
  }

  private End<S> fixed(E status) {
    return new End.To<>(status.label(), (spec, was) -> status);
  }

  private Edge<S, A> ending(End<S> end) {
    if (heir != null && (creates || end instanceof End.Gone)) {
      throw new IllegalArgumentException(
          "%s of %s has nothing to hand to anybody".formatted(action, table));
    }
    var edge =
        new Edge<>(
            table,
            action,
            creates,
            alongside,
            interrupts,
            interrupted,
            Collections.unmodifiableSet(from),
            Collections.unmodifiableMap(doors),
            refusal,
            Collections.unmodifiableMap(refusals),
            List.copyOf(reasons),
            List.copyOf(guards),
            List.copyOf(steps),
            begins,
            undoes,
            changes,
            parts,
            inOrder,
            late,
            amends,
            appoints,
            heir,
            end,
            List.copyOf(failures));
    table.add(edge);
    return edge;
  }
}

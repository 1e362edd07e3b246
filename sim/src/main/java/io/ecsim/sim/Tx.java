package io.ecsim.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.pcollections.TreePVector;

/**
 * A change of the world while it is being made: committed as a whole or thrown away. Only {@link
 * World#transact} makes one.
 */
public final class Tx {
  private final Lifecycles lifecycles;
  private final String cause;
  private final List<Struck> provoked;
  private final List<Struck> struck = new ArrayList<>();
  private final Store store;
  private final Course course;
  private final List<Entry> lines = new ArrayList<>();
  private boolean hurried;

  Tx(Lifecycles lifecycles, State state, String cause) {
    this(lifecycles, state, cause, List.of());
  }

  Tx(Lifecycles lifecycles, State state, String cause, List<Struck> provoked) {
    this.lifecycles = lifecycles;
    this.cause = cause;
    this.provoked = provoked;
    this.store = new Store(state);
    this.course = new Course(this);
  }

  /** The state as changed so far. */
  public State state() {
    return store.state();
  }

  /** World time in milliseconds; while something due happens, its own due time. */
  public long now() {
    return store.now();
  }

  /**
   * Begins an edge, or a group.
   *
   * @return the job, perhaps already over
   * @throws Refusal if it may not begin; nothing has happened then
   */
  public Job begin(Plan plan) {
    return course.beginnings.root(plan);
  }

  /**
   * Asks whether an edge may begin now; nothing happens, and no fault rule is asked.
   *
   * @throws Refusal if it may not
   */
  public void ask(Plan plan) {
    course.beginnings.ask(plan);
  }

  /** Changes what a resource is, without any edge. */
  public <S extends Spec> Resource<S> change(
      Lifecycle<?, S> type, Ref ref, UnaryOperator<S> change) {
    Resource<S> before = type.cast(store.find(ref), ref);
    Resource<S> after = before.with(change.apply(before.spec()), now());
    store.put(after);
    return after;
  }

  /** Forces a status; whatever was under way is dropped. */
  public void force(Ref ref, Status status) {
    Resource<?> resource = state().find(ref);
    course.interruptions.all(resource, "a forced status");
    move(state().find(ref), status, null, "forced", null);
  }

  /** Drops whatever is under way on a resource; its status is again what it was before. */
  public void interrupt(Ref ref, String by) {
    course.interruptions.all(state().find(ref), by);
  }

  /**
   * Asks whether something may be begun, and leaves everything as it was.
   *
   * @param attempt what would be done
   * @throws Refusal if it may not
   */
  public void rehearse(Runnable attempt) {
    State before = store.state();
    int known = lines.size();
    int hit = struck.size();
    try {
      attempt.run();
    } finally {
      store.load(before);
      lines.subList(known, lines.size()).clear();
      struck.subList(hit, struck.size()).clear();
    }
  }

  /** Files a plan for a date of the calendar. */
  public void appoint(long at, Plan plan) {
    store.file(at, new Event.Appointment(plan));
  }

  /** An id for a thing with this name: the same for the n-th of that name in each world. */
  public String id(String type, String project, String name) {
    int count = count(type, project, name);
    return Ids.uuid(state().seed(), state().epoch(), type, project, name, count);
  }

  /** As {@link #id}, 32 hexadecimal digits. */
  public String hexId(String type, String project, String name) {
    int count = count(type, project, name);
    return Ids.hex(state().seed(), state().epoch(), type, project, name, count);
  }

  /** Counting comes before a look at the epoch: it may begin a new one. */
  private int count(String type, String project, String name) {
    return store.count(type + '\n' + project + '\n' + name);
  }

  /** What an idempotency token has led to, or null if it is new. */
  public Token token(String project, String token) {
    return state().tokens().get(project + '\n' + token);
  }

  /** Remembers what an idempotency token has led to. */
  public void remember(String project, String token, Token result) {
    store.remember(project + '\n' + token, result);
  }

  /** Lays a fault rule; its id is derived from its name. */
  public Fault lay(String name, Target on, Where where, When when, Effect effect) {
    var fault = new Fault(hexId("fault", "", name), name, on, where, when, effect, 0, 0);
    store.faults(state().faults().plus(fault));
    return fault;
  }

  /** Takes a fault rule away; what it has stalled goes on. False if there is no such rule. */
  public boolean lift(String id) {
    var rest = state().faults().stream().filter(f -> !f.id().equals(id)).toList();
    boolean there = rest.size() < state().faults().size();
    store.faults(TreePVector.from(rest));
    course.looks.resume(id);
    return there;
  }

  /** The fault rules that struck what was begun so far. */
  public List<Struck> struck() {
    return List.copyOf(struck);
  }

  // What follows is for the kernel.

  /** The fault rules that struck the request itself. */
  List<Struck> provoked() {
    return provoked;
  }

  void struck(List<Struck> more) {
    struck.addAll(more);
  }

  Lifecycles lifecycles() {
    return lifecycles;
  }

  Store store() {
    return store;
  }

  String cause() {
    return cause;
  }

  List<Entry> lines() {
    return lines;
  }

  /** Whether steps end without waiting to be seen. */
  boolean hurried() {
    return hurried;
  }

  void hurry() {
    hurried = true;
    releaseHolds();
  }

  void releaseHolds() {
    course.looks.releaseHolds();
  }

  void see(Seen seen) {
    course.looks.see(seen);
  }

  void plant(Seed seed, String project) {
    store.project(project);
    seed.plant(this, project);
  }

  void clock(Clock clock) {
    store.clock(clock);
  }

  /** Applies all that is due up to this time, each event at its own time. */
  void passTo(long time) {
    while (store.nextDue() <= time) {
      course.happen(store.next());
    }
    store.now(time);
  }

  <S extends Spec> void move(
      Resource<S> resource, Status to, String task, String edge, String job) {
    Resource<S> moved = resource.in(to, task, now());
    store.put(moved);
    lines.add(
        new Entry.Transition(
            now(), moved.ref(), edge, resource.status().label(), to.label(), task, job, cause));
  }

  void note(Ref ref, String edge, String from, String to, String job) {
    lines.add(new Entry.Transition(now(), ref, edge, from, to, null, job, cause));
  }
}

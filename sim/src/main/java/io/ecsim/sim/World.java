package io.ecsim.sim;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A whole cloud: one immutable state behind a volatile reference, and one pen for writers. A reader
 * takes no lock unless something is due.
 */
public final class World {
  private static final int JOURNAL = 20_000;

  private final String name;
  private final Blueprint blueprint;

  /** What it was forked from; null if it is made as the blueprint says. */
  private final State origin;

  private final Journal journal = new Journal(JOURNAL);
  private final ReentrantLock pen = new ReentrantLock();
  private final Condition turned = pen.newCondition();
  private volatile State state;

  /** A new world, as the blueprint says. */
  public World(String name, Blueprint blueprint) {
    this(name, blueprint, null);
  }

  private World(String name, Blueprint blueprint, State origin) {
    this.name = name;
    this.blueprint = blueprint;
    this.origin = origin;
    reset();
  }

  /** Another world that begins as this one is now; resetting it brings it back to here. */
  public World fork(String other) {
    return new World(other, blueprint, read());
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /** The tables of its types. */
  public Lifecycles lifecycles() {
    return blueprint.lifecycles();
  }

  /** The last things that happened in it. */
  public Journal journal() {
    return journal;
  }

  /** World time in milliseconds, now. */
  public long now() {
    State present = state;
    return Math.max(present.now(), present.clock().now(blueprint.wall().getAsLong()));
  }

  /** The present state, with all that is due applied. */
  public State read() {
    State present = state;
    // Whoever holds the pen reads what is written, not what it is about to write.
    if (present.clock().now(blueprint.wall().getAsLong()) < present.nextDue()
        || pen.isHeldByCurrentThread()) {
      return present;
    }
    transact(tx -> null);
    return state;
  }

  /** As {@link #transact(String, Function)}, by nobody. */
  public <R> R transact(Function<Tx, R> change) {
    return transact(null, change);
  }

  /**
   * The only way to write. What is due happens first. If the change throws, nothing has happened,
   * save that a fault rule which refused has counted it.
   *
   * @param cause the id of the request on whose behalf, or null
   */
  public <R> R transact(String cause, Function<Tx, R> change) {
    return transact(cause, List.of(), change);
  }

  /**
   * As {@link #transact(String, Function)}, by a request that was struck itself.
   *
   * @param provoked the rules that struck the request: they strike the edges it begins
   */
  public <R> R transact(String cause, List<Struck> provoked, Function<Tx, R> change) {
    if (pen.isHeldByCurrentThread()) {
      throw new IllegalStateException("a change of the world within a change of the world");
    }
    pen.lock();
    try {
      present();
      Tx tx = new Tx(lifecycles(), state, cause, provoked);
      R result;
      try {
        result = change.apply(tx);
      } catch (Refusal refusal) {
        if (refusal.struck() != null) {
          commit(count -> new Strikes(count).recount(refusal), cause);
        }
        throw refusal;
      }
      commit(tx);
      return result;
    } finally {
      pen.unlock();
    }
  }

  /** Brings the state up to now: what was due then stays, even if the change is refused. */
  private void present() {
    commit(tx -> tx.passTo(state.clock().now(blueprint.wall().getAsLong())), null);
  }

  private void commit(Consumer<Tx> change, String cause) {
    Tx tx = new Tx(lifecycles(), state, cause);
    change.accept(tx);
    commit(tx);
  }

  private void commit(Tx tx) {
    journal.add(tx.lines());
    state = tx.state();
    turned.signalAll();
  }

  /** Makes sure that a project has its default inventory. */
  public void open(String project) {
    if (!state.projects().contains(project)) {
      transact(
          tx -> {
            if (!tx.state().projects().contains(project)) {
              tx.plant(blueprint.inventory(), project);
            }
            return null;
          });
    }
  }

  /** Counts what a call has shown, for a clock that shows each step so many times. */
  void looked(Seen seen) {
    if (state.clock().show() > 0) {
      transact(
          tx -> {
            tx.see(seen);
            return null;
          });
    }
  }

  /** The fault rules that strike a request; they count it. */
  public List<Struck> provoke(String cause, Probe probe) {
    State present = state;
    boolean quiet =
        present.faults().stream()
            .noneMatch(f -> f.on() instanceof Target.OnOperation target && probe.meets(target));
    return quiet ? List.of() : transact(cause, tx -> new Strikes(tx).onRequest(probe));
  }

  /** Goes on in another way from now on; steps under way keep their date. */
  public void turn(ClockMode mode, double pace, int show) {
    transact(
        tx -> {
          long wall = blueprint.wall().getAsLong();
          Clock clock = tx.state().clock();
          tx.clock(clock.turned(mode, pace, show, clock.now(wall), wall));
          if (show == 0) {
            tx.releaseHolds();
          }
          return null;
        });
  }

  /** Moves time forward by so much. */
  public Fired advance(Duration by) {
    return advance(tx -> passTo(tx, tx.now() + by.toMillis()));
  }

  /** Moves time to the next thing that is due, if anything is. */
  public Fired advanceToNext() {
    return advance(
        tx -> {
          if (!tx.state().due().isEmpty()) {
            passTo(tx, tx.state().nextDue());
          }
        });
  }

  /** Moves time until all steps under way have ended. Appointments and stalls do not count. */
  public Fired advanceToIdle() {
    return advance(
        tx -> {
          tx.hurry();
          for (Due step = firstStep(tx); step != null; step = firstStep(tx)) {
            passTo(tx, step.at());
          }
        });
  }

  private static Due firstStep(Tx tx) {
    return tx.state().due().entrySet().stream()
        .filter(entry -> entry.getValue() instanceof Event.StepEnds)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  private Fired advance(Consumer<Tx> moving) {
    return transact(
        tx -> {
          moving.accept(tx);
          List<Entry.Transition> transitions =
              tx.lines().stream()
                  .filter(Entry.Transition.class::isInstance)
                  .map(Entry.Transition.class::cast)
                  .toList();
          return new Fired(tx.now(), transitions);
        });
  }

  private void passTo(Tx tx, long time) {
    tx.passTo(time);
    tx.clock(tx.state().clock().at(time, blueprint.wall().getAsLong()));
  }

  /**
   * Waits until the state is as wanted. The waiting thread is the timer: it wakes at what is due
   * next, or when somebody changes the world.
   *
   * @return the state that fits, or the present one after the timeout (of the wall clock)
   */
  public State await(Predicate<State> wanted, Duration timeout) throws InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    pen.lock();
    try {
      present();
      for (long left = timeout.toNanos();
          left > 0 && !wanted.test(state);
          left = deadline - System.nanoTime()) {
        turned.awaitNanos(Math.min(left, nanosUntilDue()));
        present();
      }
      return state;
    } finally {
      pen.unlock();
    }
  }

  private long nanosUntilDue() {
    Clock clock = state.clock();
    if (clock.mode() == ClockMode.STEPPED || state.due().isEmpty()) {
      return Long.MAX_VALUE;
    }
    long millis = state.nextDue() - clock.now(blueprint.wall().getAsLong());
    return TimeUnit.MILLISECONDS.toNanos(Math.max(1, millis));
  }

  /** Puts the world back into a state it was in, or that another world is in; time goes on. */
  public void restore(State checkpoint) {
    pen.lock();
    try {
      Tx tx = new Tx(lifecycles(), checkpoint, null);
      tx.clock(checkpoint.clock().at(checkpoint.now(), blueprint.wall().getAsLong()));
      commit(tx);
    } finally {
      pen.unlock();
    }
  }

  /** As it was when it was made. */
  public void reset() {
    pen.lock();
    try {
      journal.clear();
      if (origin == null) {
        state = blueprint.initial();
        commit(tx -> blueprint.inventory().open(tx), null);
      } else {
        restore(origin);
      }
    } finally {
      pen.unlock();
    }
  }
}

package io.ecsim.sim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The life of jobs: how an edge begins, goes from step to step, ends, fails, is interrupted. Parts
 * tell their parent when they are over; a job is over when its own steps and all its parts are.
 */
final class Course {
  private static final int NAMES = 100_000;

  private final Tx tx;
  private final Store store;
  private final Strikes strikes;

  /** Whether a request waits for this: then a refusal is its answer, else a failed job. */
  private boolean asked = true;

  Course(Tx tx) {
    this.tx = tx;
    this.store = tx.store();
    this.strikes = new Strikes(tx);
  }

  /** Begins a plan that somebody asks for. */
  Job root(Plan plan) {
    Ref ref = first(plan);
    String key = "job\n" + ref.type() + '\n' + ref.id() + '\n' + name(plan);
    int nth = store.count(key, NAMES);
    State state = store.state();
    String id = Ids.hex(state.seed(), state.epoch(), key, nth);
    return begin(initial(id, plan, ref.project(), null));
  }

  private static String name(Plan plan) {
    return plan.edge() == null ? plan.kind() : plan.edge();
  }

  private static Ref first(Plan plan) {
    return plan.ref() != null ? plan.ref() : first(plan.parts().get(0));
  }

  private Job initial(String id, Plan plan, String project, String parent) {
    return store.save(
        new Job(
            id,
            project,
            plan,
            Phase.INIT,
            -1,
            null,
            0,
            0,
            parent,
            List.of(),
            0,
            List.of(),
            null,
            null,
            0,
            0));
  }

  private Job begin(Job job) {
    if (job.plan().edge() == null) {
      Job group = store.save(job.begun(List.of(), store.now()));
      spawn(group, job.plan().parts(), job.plan().inOrder());
      Job spawned = store.job(group.id());
      return finish(store.save(spawned.at(0, null, 0, 0)));
    }
    return begin(job, tx.lifecycles().edge(job.plan().edge()));
  }

  @SuppressWarnings("unchecked")
  private <S extends Spec, A> Job begin(Job initial, Edge<S, A> edge) {
    Plan plan = initial.plan();
    A argument = (A) plan.argument();
    Resource<S> r;
    if (edge.creates()) {
      r = newborn(edge, plan, argument);
      edge.checkGuards(store.state(), r, argument);
    } else {
      r = require(edge, plan.ref());
      edge.check(store.state(), r, argument, plan.door());
    }
    List<Struck> struck = strikes.onEdge(edge.name(), r, initial.id());
    if (edge.interrupts()) {
      interruptAll(r, edge.name());
      r = require(edge, plan.ref());
    }
    if (edge.begins() != null) {
      r = r.with(edge.begins().apply(r.spec(), argument, store.now()), store.now());
    }
    r = edge.alongside() ? r.beside(plus(r.alongside(), initial.id())) : r.taken(initial.id());
    store.put(r);
    Job job = store.save(initial.begun(struck, store.now()));
    if (edge.creates() || edge.alongside()) {
      String from = edge.creates() ? null : r.status().label();
      tx.note(r.ref(), edge.name(), from, r.status().label(), job.id());
    }
    if (edge.parts() != null) {
      spawn(job, edge.parts().of(store.state(), r, argument), edge.inOrder());
    }
    return enter(store.job(job.id()), edge, 0);
  }

  /** A resource before its first step: it already shows the status of that step. */
  @SuppressWarnings("unchecked")
  private <S extends Spec, A> Resource<S> newborn(Edge<S, A> edge, Plan plan, A argument) {
    if (store.find(plan.ref()) != null) {
      throw new IllegalStateException(plan.ref() + " is there already");
    }
    S spec = (S) plan.spec();
    Status status =
        edge.steps().stream()
            .filter(step -> step.when().test(spec, argument))
            .map(Step::status)
            .findFirst()
            .orElseGet(() -> ((End.To<S>) edge.end()).status().apply(spec, null));
    long now = store.now();
    return new Resource<>(
        plan.ref(),
        store.number(),
        spec,
        status,
        null,
        null,
        null,
        List.of(),
        store.birth(),
        now,
        now,
        now);
  }

  private <S extends Spec> Resource<S> require(Edge<S, ?> edge, Ref ref) {
    return store.state().require(edge.table(), ref.project(), ref.id());
  }

  // Parts

  private void spawn(Job job, List<Plan> plans, boolean inOrder) {
    if (plans.isEmpty()) {
      return;
    }
    List<String> ids = new ArrayList<>(job.parts());
    for (Plan plan : plans) {
      String id = Ids.hex(job.id(), ids.size());
      initial(id, plan, job.project(), job.id());
      ids.add(id);
    }
    store.save(job.with(ids, job.phase() == Phase.FAILING ? plans.size() : 0));
    List<String> added = ids.subList(ids.size() - plans.size(), ids.size());
    (inOrder ? added.subList(0, 1) : added).forEach(this::beginPart);
  }

  /** Begins a part. Where nobody waits for the answer, a refusal is a failed part. */
  private void beginPart(String id) {
    Job part = store.job(id);
    if (asked && !part.plan().lenient()) {
      begin(part);
      return;
    }
    State before = store.state();
    int lines = tx.lines().size();
    try {
      begin(part);
    } catch (Refusal refusal) {
      store.load(before);
      tx.lines().subList(lines, tx.lines().size()).clear();
      strikes.recount(refusal);
      end(part.failed(refusal.code(), refusal.getMessage()), Phase.FAIL);
    }
  }

  // Steps

  private <S extends Spec, A> List<Step<S, A>> stepsOf(Job job, Edge<S, A> edge) {
    return job.phase() == Phase.FAILING
        ? edge.failure(job.code()).map(Failure::steps).orElse(List.of())
        : edge.steps();
  }

  @SuppressWarnings("unchecked")
  private <S extends Spec, A> Job enter(Job job, Edge<S, A> edge, int from) {
    Resource<S> r = require(edge, job.ref());
    List<Step<S, A>> steps = stepsOf(job, edge);
    int at = from;
    while (at < steps.size() && !steps.get(at).when().test(r.spec(), (A) job.plan().argument())) {
      at++;
    }
    if (at == steps.size()) {
      return finish(store.save(job.at(at, null, 0, 0)));
    }
    Step<S, A> step = steps.get(at);
    if (step.status() != null) {
      tx.move(r, step.status(), step.task(), edge.name(), job.id());
    }
    long lasts = store.clock().lasting(step.millis());
    boolean first = job.step() < 0 && job.phase() == Phase.RUNNING;
    return hold(job, at, first ? strikes.delayed(job, lasts) : lasts, first);
  }

  /** Stays in a step: for its time, until it was seen often enough, or as long as a fault says. */
  private Job hold(Job job, int step, long lasts, boolean first) {
    Effect.Stall stall = first ? job.effect(Effect.Stall.class) : null;
    if (stall != null) {
      Due end =
          stall.millis() < 0
              ? null
              : store.file(
                  store.now() + Math.max(stall.millis(), lasts), new Event.StallEnds(job.id()));
      return store.save(job.at(step, end, 0, 0));
    }
    long until = store.now() + lasts;
    int looks = tx.hurried() ? 0 : store.clock().show();
    if (looks > 0) {
      return store.save(job.at(step, null, looks, until));
    }
    Due end = store.file(until, new Event.StepEnds(job.id()));
    return store.save(job.at(step, end, 0, 0));
  }

  /** What was due happens. An event never throws: a refusal in flight is a failed job. */
  void happen(Event event) {
    asked = false;
    try {
      if (event instanceof Event.StepEnds ends) {
        next(store.job(ends.job()));
      } else if (event instanceof Event.StallEnds ends) {
        next(store.job(ends.job()));
      } else if (event instanceof Event.Appointment appointment) {
        keep(appointment.plan());
      }
    } finally {
      asked = true;
    }
  }

  private void keep(Plan plan) {
    if (store.find(first(plan)) != null) {
      root(Plan.together("appointment", List.of(plan.leniently())));
    }
  }

  private void next(Job job) {
    if (job != null && !job.phase().over()) {
      enter(job, tx.lifecycles().edge(job.plan().edge()), job.step() + 1);
    }
  }

  // Ends

  /** Ends a job when its steps and its parts are over; begins the next part where one waits. */
  private Job finish(Job stale) {
    Job job = store.job(stale.id());
    if (job == null || job.phase().over() || !stepsDone(job)) {
      return job == null ? stale : job;
    }
    if (job.phase() == Phase.FAILING) {
      return amended(job) ? arriveFailed(job) : job;
    }
    String code = null;
    String reason = null;
    for (String id : job.works()) {
      if (store.job(id).phase() == Phase.INIT && code == null) {
        beginPart(id);
        job = store.job(job.id());
        if (job == null || job.phase() != Phase.RUNNING) {
          return job == null ? stale : job;
        }
      }
      Job part = store.job(id);
      if (part.phase() == Phase.INIT) {
        store.save(part.failed(code, "not begun: " + reason).over(Phase.FAIL, store.now()));
      } else if (!part.phase().over()) {
        return job;
      } else if (part.phase() == Phase.FAIL && code == null) {
        code = part.plan().failsAs() == null ? part.code() : part.plan().failsAs();
        reason = part.reason() == null ? part.edge() + " failed" : part.reason();
      }
    }
    if (job.plan().edge() == null) {
      return end(
          code == null ? job : job.failed(code, reason), code == null ? Phase.SUCCESS : Phase.FAIL);
    }
    Edge<?, ?> edge = tx.lifecycles().edge(job.plan().edge());
    Effect.Fail fail = job.effect(Effect.Fail.class);
    if (code == null && fail != null) {
      code = fail.code() == null ? edge.usualCode() : fail.code();
    }
    return code == null ? arrive(job, edge) : fail(job, edge, code, reason);
  }

  private boolean stepsDone(Job job) {
    if (job.step() < 0) {
      return false;
    }
    Edge<?, ?> edge = job.plan().edge() == null ? null : tx.lifecycles().edge(job.plan().edge());
    return edge == null || job.step() >= stepsOf(job, edge).size();
  }

  private boolean amended(Job job) {
    return job.parts().subList(job.works().size(), job.parts().size()).stream()
        .allMatch(id -> store.job(id).phase().over());
  }

  @SuppressWarnings("unchecked")
  private <S extends Spec, A> Job arrive(Job job, Edge<S, A> edge) {
    Resource<S> r = require(edge, job.ref());
    if (edge.changes() != null) {
      S spec = edge.changes().apply(r.spec(), (A) job.plan().argument(), store.now());
      r = r.with(spec, store.now());
    }
    settle(r, edge, edge.end(), job);
    return end(job, Phase.SUCCESS);
  }

  @SuppressWarnings("unchecked")
  private <S extends Spec, A> Job fail(Job before, Edge<S, A> edge, String code, String reason) {
    Job job = store.save(before.failed(code, reason).in(Phase.FAILING).at(-1, null, 0, 0));
    Resource<S> r = undo(require(edge, job.ref()), edge, job);
    store.put(r);
    if (edge.amends() != null) {
      List<Plan> plans = edge.amends().of(store.state(), r, (A) job.plan().argument());
      spawn(job, plans.stream().map(Plan::leniently).toList(), false);
    }
    return enter(store.job(job.id()), edge, 0);
  }

  private <S extends Spec, A> Job arriveFailed(Job job) {
    @SuppressWarnings("unchecked")
    Edge<S, A> edge = (Edge<S, A>) tx.lifecycles().edge(job.plan().edge());
    End<S> end = edge.failure(job.code()).map(Failure::end).orElseGet(End.Back::new);
    settle(require(edge, job.ref()), edge, end, job);
    return end(job, Phase.FAIL);
  }

  @SuppressWarnings("unchecked")
  private <S extends Spec, A> Resource<S> undo(Resource<S> r, Edge<S, A> edge, Job job) {
    return edge.undoes() == null
        ? r
        : r.with(
            edge.undoes().apply(r.spec(), (A) job.plan().argument(), store.now()), store.now());
  }

  /** Brings the resource to where the path leads and sets it free. */
  private <S extends Spec> void settle(Resource<S> r, Edge<S, ?> edge, End<S> end, Job job) {
    Status was = r.settled();
    Resource<S> free = edge.alongside() ? r.beside(minus(r.alongside(), job.id())) : r.released();
    if (end instanceof End.Gone<S>) {
      store.put(free);
      tx.note(r.ref(), edge.name(), r.status().label(), edge.table().goneLabel(), job.id());
      remove(r.ref());
    } else if (edge.alongside()) {
      store.put(free.with(free.spec(), store.now()));
      tx.note(r.ref(), edge.name(), r.status().label(), r.status().label(), job.id());
    } else {
      Status to = end instanceof End.To<S> fixed ? fixed.status().apply(r.spec(), was) : was;
      tx.move(free.with(free.spec(), store.now()), to, null, edge.name(), job.id());
    }
  }

  /** Takes a resource away, and with it what it owns. */
  private void remove(Ref ref) {
    for (Resource<?> user : store.state().usersOf(ref)) {
      if (ref.equals(user.spec().owner())) {
        interruptAll(user, "the end of " + ref);
        Lifecycle<?, ?> table = tx.lifecycles().type(user.ref().type());
        tx.note(user.ref(), null, user.status().label(), table.goneLabel(), null);
        remove(user.ref());
      }
    }
    store.remove(store.find(ref));
  }

  private Job end(Job job, Phase phase) {
    Job over = store.save(job.over(phase, store.now()));
    if (over.parent() == null) {
      store.retire(over);
    } else {
      finish(store.job(over.parent()));
    }
    return over;
  }

  // Interruption

  /** Drops whatever is under way on a resource. Its status is again what it was before. */
  void interruptAll(Resource<?> resource, String by) {
    for (Job job : store.state().jobsOn(resource)) {
      interrupt(job, by, true);
    }
  }

  private void interrupt(Job stale, String by, boolean kept) {
    Job job = store.job(stale.id());
    if (job == null || job.phase().over()) {
      return;
    }
    store.cancel(job.due());
    boolean begun = job.phase() != Phase.INIT;
    boolean undone = job.phase() == Phase.FAILING;
    Edge<?, ?> edge = job.plan().edge() == null ? null : tx.lifecycles().edge(job.plan().edge());
    String code = undone || edge == null ? job.code() : edge.usualCode();
    // Over first: its parts, as they end, must not wake it.
    Job over = store.save(job.failed(code, "interrupted by " + by).over(Phase.FAIL, store.now()));
    over.parts().forEach(part -> interrupt(store.job(part), by, false));
    if (edge != null && begun) {
      abandon(edge, over, undone, kept);
    }
    if (over.parent() == null) {
      store.retire(over);
    } else {
      finish(store.job(over.parent()));
    }
  }

  private <S extends Spec, A> void abandon(Edge<S, A> edge, Job job, boolean undone, boolean kept) {
    Resource<S> r = store.state().find(edge.table(), job.ref().project(), job.ref().id());
    if (r == null) {
      return;
    }
    Resource<S> back = undone ? r : undo(r, edge, job);
    End<S> end =
        kept
            ? interruptedEnd(edge)
            : edge.failure(job.code()).map(Failure::end).orElseGet(End.Back::new);
    settle(back, edge, end, job);
  }

  private static <S extends Spec> End<S> interruptedEnd(Edge<S, ?> edge) {
    Status left = edge.interrupted();
    return left == null ? new End.Back<>() : new End.To<>(left.label(), (spec, was) -> left);
  }

  // Looks and stalls

  /** A look at any member counts for the whole operation: a delete's disks may not be polled. */
  void see(Seen seen) {
    List<Job> roots = new ArrayList<>();
    State state = store.state();
    for (Ref ref : seen.resources()) {
      Resource<?> r = state.find(ref);
      if (r != null) {
        state.jobsOn(r).forEach(job -> roots.add(state.rootOf(job)));
      }
    }
    for (String id : seen.jobs()) {
      Job job = state.job(id);
      if (job != null) {
        roots.add(state.rootOf(job));
      }
    }
    roots.stream().map(Job::id).distinct().forEach(this::look);
  }

  private void look(String id) {
    Job job = store.job(id);
    job.parts().forEach(this::look);
    if (job.looks() == 1) {
      letGo(job);
    } else if (job.looks() > 1) {
      store.save(job.at(job.step(), null, job.looks() - 1, job.until()));
    }
  }

  private void letGo(Job job) {
    Due end = store.file(Math.max(job.until(), store.now()), new Event.StepEnds(job.id()));
    store.save(job.at(job.step(), end, 0, 0));
  }

  /** Steps that wait to be seen wait no longer. */
  void releaseHolds() {
    store.state().jobs().values().stream()
        .filter(job -> job.looks() > 0)
        .sorted(Comparator.comparing(Job::id))
        .forEach(this::letGo);
  }

  /** What this rule has stalled goes on. */
  void resume(String rule) {
    store.state().jobs().values().stream()
        .filter(job -> stalledBy(job, rule))
        .sorted(Comparator.comparing(Job::id))
        .forEach(
            job -> {
              store.cancel(job.due());
              letGo(job);
            });
  }

  private boolean stalledBy(Job job, String rule) {
    return job.phase() == Phase.RUNNING
        && job.looks() == 0
        && !stepsDone(job)
        && job.struck().stream()
            .anyMatch(s -> s.rule().equals(rule) && s.effect() instanceof Effect.Stall)
        && inFirstStep(job);
  }

  /** A stall holds the first step only; later ones have a date in the queue. */
  private boolean inFirstStep(Job job) {
    return job.due() == null || store.state().due().get(job.due()) instanceof Event.StallEnds;
  }

  private static List<String> plus(List<String> list, String item) {
    List<String> longer = new ArrayList<>(list);
    longer.add(item);
    return longer;
  }

  private static List<String> minus(List<String> list, String item) {
    return list.stream().filter(other -> !other.equals(item)).toList();
  }
}

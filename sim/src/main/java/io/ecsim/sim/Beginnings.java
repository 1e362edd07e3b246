package io.ecsim.sim;

import java.util.ArrayList;
import java.util.List;

/** How jobs begin: asked for by somebody, or as parts of others. */
final class Beginnings {
  private final Course course;
  private final Tx tx;
  private final Store store;

  /** Whether a request waits for this: then a refusal is its answer, else a failed job. */
  private boolean asked = true;

  Beginnings(Course course) {
    this.course = course;
    this.tx = course.tx;
    this.store = course.store;
  }

  /** Runs something that nobody waits for. */
  void unasked(Runnable what) {
    boolean before = asked;
    asked = false;
    try {
      what.run();
    } finally {
      asked = before;
    }
  }

  /** Begins a plan that is part of no other. */
  Job root(Plan plan) {
    Ref ref = first(plan);
    if (plan.job() != null) {
      return begin(store.save(Job.initial(plan.job(), ref.project(), plan, null)));
    }
    String name = plan.edge() == null ? plan.kind() : plan.edge();
    String key = "job\n" + ref.type() + '\n' + ref.id() + '\n' + name;
    int nth = store.count(key);
    State state = store.state();
    String id = Ids.hex(state.seed(), state.epoch(), key, nth);
    return begin(store.save(Job.initial(id, ref.project(), plan, null)));
  }

  /** Keeps an appointment, if there is still anybody to keep it with. */
  void keep(Plan plan) {
    if (store.find(first(plan)) != null) {
      root(Plan.together("appointment", List.of(plan.leniently())));
    }
  }

  /** Asks the conditions of an edge that makes nothing. */
  void ask(Plan plan) {
    ask(plan, tx.lifecycles().edge(plan.edge()));
  }

  @SuppressWarnings("unchecked")
  private <S extends Spec, A> void ask(Plan plan, Edge<S, A> edge) {
    Resource<S> r = course.require(edge, plan.ref());
    edge.check(store.state(), r, (A) plan.argument(), plan.door());
  }

  private static Ref first(Plan plan) {
    return plan.ref() != null ? plan.ref() : first(plan.parts().get(0));
  }

  private Job begin(Job job) {
    Edge<?, ?> edge = course.edgeOf(job);
    if (edge != null) {
      return begin(job, edge);
    }
    Job group = store.save(job.begun(List.of(), store.now()));
    spawn(group, job.plan().parts(), job.plan().inOrder());
    return course.endings.finish(store.save(store.job(group.id()).at(0, null, 0, 0)));
  }

  @SuppressWarnings("unchecked")
  private <S extends Spec, A> Job begin(Job initial, Edge<S, A> edge) {
    Plan plan = initial.plan();
    A argument = (A) plan.argument();
    Resource<S> r =
        edge.creates() ? newborn(edge, plan, argument) : course.require(edge, plan.ref());
    if (edge.creates()) {
      edge.checkGuards(store.state(), r, argument);
    } else {
      edge.check(store.state(), r, argument, plan.door());
    }
    List<Struck> struck = new ArrayList<>(course.strikes.onEdge(edge.name(), r, initial.id()));
    if (leads(initial)) {
      struck.addAll(course.strikes.provoked(edge));
    }
    if (edge.interrupts()) {
      course.interruptions.all(r, edge.name());
      r = course.require(edge, plan.ref());
    }
    if (edge.begins() != null) {
      r = r.with(edge.begins().apply(r.spec(), argument, store.now()), store.now());
    }
    store.put(edge.alongside() ? r.beside(initial.id()) : r.taken(initial.id()));
    Job job = store.save(initial.begun(struck, store.now()));
    if (edge.creates() || edge.alongside()) {
      String from = edge.creates() ? null : r.status().label();
      tx.note(r.ref(), edge.name(), from, r.status().label(), job.id());
    }
    if (edge.parts() != null && !edge.late()) {
      spawn(job, edge.parts().of(store.state(), r, argument), edge.inOrder());
    }
    return course.steps.enter(store.job(job.id()), edge, 0);
  }

  /** Whether it is what a request asks for, and not a part of that. */
  private boolean leads(Job job) {
    Job parent = job.parent() == null ? null : store.job(job.parent());
    return asked && (parent == null || (parent.plan().edge() == null && parent.parent() == null));
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
            .filter(step -> step.happensTo(spec, argument, null))
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

  /** Makes these plans parts of a job and begins them, or the first of them. */
  void spawn(Job job, List<Plan> plans, boolean inOrder) {
    if (plans.isEmpty()) {
      return;
    }
    List<String> ids = new ArrayList<>(job.parts());
    int before = ids.size();
    for (Plan plan : plans) {
      String id = plan.job() == null ? Ids.hex(job.id(), ids.size()) : plan.job();
      store.save(Job.initial(id, job.project(), plan, job.id()));
      ids.add(id);
    }
    store.save(job.with(ids, job.phase() == Phase.FAILING ? plans.size() : 0));
    ids.subList(before, inOrder ? before + 1 : ids.size()).forEach(this::beginPart);
  }

  /**
   * Begins the parts that wait for the edge's own steps; a fault that makes it fail comes first.
   *
   * @return whether there are any
   */
  @SuppressWarnings("unchecked")
  <S extends Spec, A> boolean late(Job job, Edge<S, A> edge) {
    boolean waiting = edge != null && edge.late() && job.works().isEmpty();
    if (!waiting || job.effect(Effect.Fail.class) != null) {
      return false;
    }
    Resource<S> r = course.require(edge, job.ref());
    List<Plan> plans = edge.parts().of(store.state(), r, (A) job.plan().argument());
    spawn(job, plans, edge.inOrder());
    return !plans.isEmpty();
  }

  /**
   * Begins a part, unless another has ended and begun it. Where nobody waits for the answer, a
   * refusal is a failed part.
   */
  void beginPart(String id) {
    Job part = store.job(id);
    if (part.phase() != Phase.INIT) {
      return;
    }
    if (asked && !part.plan().lenient()) {
      begin(part);
      return;
    }
    State before = store.state();
    int lines = tx.lines().size();
    try {
      unasked(() -> begin(part));
    } catch (Refusal refusal) {
      store.load(before);
      tx.lines().subList(lines, tx.lines().size()).clear();
      course.strikes.recount(refusal);
      course.endings.end(part.failed(code(part, refusal), refusal.getMessage()), Phase.FAIL);
    }
  }

  /** What a fault rule says is said as it is. */
  private String code(Job part, Refusal refusal) {
    Edge<?, ?> edge = course.edgeOf(part);
    return edge == null || refusal.struck() != null
        ? refusal.code()
        : course.worded(part, edge, refusal.code());
  }
}

package io.ecsim.sim;

import java.util.List;
import java.util.Objects;

/** How a job goes from step to step. */
final class Steps {
  private final Course course;
  private final Store store;

  Steps(Course course) {
    this.course = course;
    this.store = course.store;
  }

  /** The steps of the way a job is on: the edge's, or those of the failure it takes. */
  private <S extends Spec, A> List<Step<S, A>> of(Job job, Edge<S, A> edge) {
    return job.phase() == Phase.FAILING
        ? course.wayOfFailing(job, edge).map(Failure::steps).orElse(List.of())
        : edge.steps();
  }

  /** Whether all steps are behind it. */
  boolean done(Job job) {
    Edge<?, ?> edge = course.edgeOf(job);
    return job.step() >= 0 && (edge == null || job.step() >= of(job, edge).size());
  }

  /** Its step is over. */
  void next(Job job) {
    if (job != null && !job.phase().over()) {
      enter(job, course.edgeOf(job), job.step() + 1);
    }
  }

  /** Enters the first step from this one on that this life has; ends the job if there is none. */
  @SuppressWarnings("unchecked")
  <S extends Spec, A> Job enter(Job job, Edge<S, A> edge, int from) {
    Resource<S> r = course.require(edge, job.ref());
    A argument = (A) job.plan().argument();
    List<Step<S, A>> steps = of(job, edge);
    int at = from;
    while (at < steps.size() && !steps.get(at).happensTo(r.spec(), argument, r.settled())) {
      at++;
    }
    if (at == steps.size()) {
      return course.endings.finish(store.save(job.at(at, null, 0, 0)));
    }
    Step<S, A> step = steps.get(at);
    boolean there =
        Objects.equals(step.status(), r.status()) && Objects.equals(step.task(), r.task());
    if (step.status() != null && !there) {
      course.tx.move(r, step.status(), step.task(), edge.name(), job.id());
    }
    boolean first = job.step() < 0 && job.phase() == Phase.RUNNING;
    return hold(job, at, store.clock().lasting(step.millis()), first);
  }

  /** Stays in a step: for its time, until it was seen often enough, or as long as a fault says. */
  private Job hold(Job job, int step, long usual, boolean first) {
    Effect.Delay delay = first ? job.effect(Effect.Delay.class) : null;
    Effect.Stall stall = first ? job.effect(Effect.Stall.class) : null;
    long lasts = delay == null ? usual : usual + delay.millis();
    if (stall != null) {
      return store.save(job.at(step, stallEnd(job, stall, lasts), 0, 0));
    }
    int looks = course.tx.hurried() ? 0 : store.clock().show();
    long until = store.now() + lasts;
    Due end = looks > 0 ? null : store.file(until, new Event.StepEnds(job.id()));
    return store.save(job.at(step, end, looks, until));
  }

  private Due stallEnd(Job job, Effect.Stall stall, long lasts) {
    return stall.millis() < 0
        ? null
        : store.file(store.now() + Math.max(stall.millis(), lasts), new Event.StallEnds(job.id()));
  }

  /** Whether a stall holds it: no step under way has a date, or the stall's own. */
  boolean stalled(Job job) {
    return job.phase() == Phase.RUNNING
        && job.effect(Effect.Stall.class) != null
        && job.looks() == 0
        && !done(job)
        && (job.due() == null || store.state().due().get(job.due()) instanceof Event.StallEnds);
  }
}

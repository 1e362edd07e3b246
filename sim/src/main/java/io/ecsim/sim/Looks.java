package io.ecsim.sim;

import java.util.Comparator;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What waits to be seen, or to be let go by somebody. */
final class Looks {
  private final Course course;
  private final Store store;

  Looks(Course course) {
    this.course = course;
    this.store = course.store;
  }

  /** A look at any member counts for the whole operation: a delete's disks may not be polled. */
  void see(Seen seen) {
    State state = store.state();
    Stream<Job> ofResources =
        seen.resources().stream()
            .<Resource<?>>map(state::find)
            .filter(r -> r != null)
            .flatMap(r -> state.jobsOn(r).stream());
    Stream<Job> jobs = seen.jobs().stream().map(state::job).filter(job -> job != null);
    Stream.concat(ofResources, jobs)
        .map(job -> state.rootOf(job).id())
        .distinct()
        .toList()
        .forEach(this::look);
  }

  private void look(String id) {
    store.job(id).parts().forEach(this::look);
    Job job = store.job(id);
    if (job.looks() == 1) {
      letGo(job);
    } else if (job.looks() > 1) {
      store.save(job.at(job.step(), null, job.looks() - 1, job.until()));
    }
  }

  /** Steps that wait to be seen wait no longer. */
  void releaseHolds() {
    letGo(job -> job.looks() > 0);
  }

  /** What this rule has stalled goes on. */
  void resume(String rule) {
    letGo(
        job ->
            course.steps.stalled(job)
                && job.struck().stream()
                    .anyMatch(s -> s.rule().equals(rule) && s.effect() instanceof Effect.Stall));
  }

  private void letGo(Predicate<Job> which) {
    store.state().jobs().values().stream()
        .filter(job -> !job.phase().over())
        .filter(which)
        .sorted(Comparator.comparing(Job::id))
        .toList()
        .forEach(this::letGo);
  }

  private void letGo(Job job) {
    store.cancel(job.due());
    Due end = store.file(Math.max(job.until(), store.now()), new Event.StepEnds(job.id()));
    store.save(job.at(job.step(), end, 0, 0));
  }
}

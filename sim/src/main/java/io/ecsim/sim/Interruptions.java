package io.ecsim.sim;

/** How a job is dropped because something else must happen now: undone, ended, its parent told. */
final class Interruptions {
  private final Course course;
  private final Store store;

  Interruptions(Course course) {
    this.course = course;
    this.store = course.store;
  }

  /** Drops whatever is under way on a resource. Its status is again what it was before. */
  void all(Resource<?> resource, String by) {
    for (Job job : store.state().jobsOn(resource)) {
      interrupt(store.job(job.id()), by, true);
    }
  }

  /**
   * Drops a job and its parts.
   *
   * @param kept whether its resource is needed as it was; else it is left where a failure leaves it
   */
  private void interrupt(Job job, String by, boolean kept) {
    if (job.phase().over()) {
      return;
    }
    store.cancel(job.due());
    Edge<?, ?> edge = course.edgeOf(job);
    boolean failing = job.phase() == Phase.FAILING;
    String code = failing || edge == null ? job.code() : course.usualCode(job, edge);
    // Over before its parts are: as they end, they must not wake it.
    Job over =
        store.save(job.failed(code, "Interrupted by " + by + ".").over(Phase.FAIL, store.now()));
    over.parts().forEach(part -> interrupt(store.job(part), by, false));
    if (edge != null && job.phase() != Phase.INIT) {
      abandon(edge, over, failing, kept);
    }
    course.endings.end(over, Phase.FAIL);
  }

  private <S extends Spec, A> void abandon(
      Edge<S, A> edge, Job job, boolean failing, boolean kept) {
    Resource<?> found = store.find(job.ref());
    if (found != null) {
      Resource<S> r = edge.table().cast(found);
      Resource<S> back = failing ? r : course.endings.undo(r, edge, job);
      End<S> end = kept ? interruptedEnd(edge) : course.endings.failedEnd(job, edge);
      course.endings.settle(back, edge, end, job);
    }
  }

  private static <S extends Spec> End<S> interruptedEnd(Edge<S, ?> edge) {
    Status left = edge.interrupted();
    return left == null ? new End.Back<>() : new End.To<>(left.label(), (spec, was) -> left);
  }
}

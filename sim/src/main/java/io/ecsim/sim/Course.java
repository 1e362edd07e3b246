package io.ecsim.sim;

/**
 * The life of jobs, in six chapters that call each other: how they begin, go from step to step, end
 * or fail, how their resource leaves, how they are interrupted, and are looked at.
 */
final class Course {
  final Tx tx;
  final Store store;
  final Strikes strikes;
  final Beginnings beginnings;
  final Steps steps;
  final Endings endings;
  final Departures departures;
  final Interruptions interruptions;
  final Looks looks;

  Course(Tx tx) {
    this.tx = tx;
    this.store = tx.store();
    this.strikes = new Strikes(tx);
    this.beginnings = new Beginnings(this);
    this.steps = new Steps(this);
    this.endings = new Endings(this);
    this.departures = new Departures(this);
    this.interruptions = new Interruptions(this);
    this.looks = new Looks(this);
  }

  /** The edge a job carries out, or null if it is a group. */
  Edge<?, ?> edgeOf(Job job) {
    return job.plan().edge() == null ? null : tx.lifecycles().edge(job.plan().edge());
  }

  <S extends Spec> Resource<S> require(Edge<S, ?> edge, Ref ref) {
    return edge.table().cast(store.find(ref), ref);
  }

  /** What was due happens. An event never throws: a refusal in flight is a failed job. */
  void happen(Event event) {
    beginnings.unasked(
        () -> {
          if (event instanceof Event.StepEnds ends) {
            steps.next(store.job(ends.job()));
          } else if (event instanceof Event.StallEnds ends) {
            steps.next(store.job(ends.job()));
          } else if (event instanceof Event.Appointment appointment) {
            beginnings.keep(appointment.plan());
          }
        });
  }
}

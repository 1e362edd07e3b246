package io.ecsim.sim;

import java.util.Optional;

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

  /** How the resource of a job fails with the job's code; empty if the table knows no way. */
  <S extends Spec, A> Optional<Failure<S, A>> wayOfFailing(Job job, Edge<S, A> edge) {
    return edge.failure(job.code(), specOf(job, edge));
  }

  /** The code with which the resource of a job usually fails, or null if it cannot fail. */
  <S extends Spec, A> String usualCode(Job job, Edge<S, A> edge) {
    return edge.usualCode(specOf(job, edge));
  }

  /** The code of what a job failed by, as the table of its edge says it. */
  <S extends Spec, A> String worded(Job job, Edge<S, A> edge, String code) {
    String said = code == null ? null : edge.table().worded(code);
    if (said != null) {
      return said;
    }
    String usual = usualCode(job, edge);
    return usual == null ? code : usual;
  }

  private <S extends Spec> S specOf(Job job, Edge<S, ?> edge) {
    Resource<?> found = store.find(job.ref());
    return found == null ? null : edge.table().cast(found).spec();
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

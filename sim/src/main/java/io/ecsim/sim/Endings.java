package io.ecsim.sim;

import java.util.List;

/** How jobs end: well, or by failing, which is a path too. */
final class Endings {
  private final Course course;
  private final Tx tx;
  private final Store store;

  Endings(Course course) {
    this.course = course;
    this.tx = course.tx;
    this.store = course.store;
  }

  /** Ends a job when its steps and its parts are over; begins the next part where one waits. */
  Job finish(Job stale) {
    Job job = store.job(stale.id());
    if (job.phase().over() || !course.steps.done(job)) {
      return job;
    }
    if (job.phase() == Phase.FAILING) {
      return amended(job) ? arriveFailed(job, course.edgeOf(job)) : job;
    }
    if (course.beginnings.late(job, course.edgeOf(job))) {
      return store.job(job.id());
    }
    Job worked = work(job);
    return worked.phase() == Phase.RUNNING && worksOver(worked) ? conclude(worked) : worked;
  }

  /** Begins parts that wait for the one before them, as far as these are over. */
  private Job work(Job job) {
    String code = null;
    for (String id : job.works()) {
      Job part = store.job(id);
      if (part.phase() == Phase.INIT && code != null) {
        store.save(
            part.failed(code, "Not begun: an earlier part failed.").over(Phase.FAIL, store.now()));
      } else if (part.phase() == Phase.INIT) {
        course.beginnings.unasked(() -> course.beginnings.beginPart(id));
        if (store.job(job.id()).phase() != Phase.RUNNING) {
          break;
        }
      }
      part = store.job(id);
      if (!part.phase().over()) {
        break;
      }
      code = code == null && !part.plan().lenient() ? failureOf(part) : code;
    }
    return store.job(job.id());
  }

  private boolean worksOver(Job job) {
    return job.works().stream().allMatch(id -> store.job(id).phase().over());
  }

  private static String failureOf(Job part) {
    if (part.phase() != Phase.FAIL) {
      return null;
    }
    return part.plan().failsAs() == null ? String.valueOf(part.code()) : part.plan().failsAs();
  }

  private static String reasonOf(Job part) {
    return part.reason() == null
        ? "%s of %s failed with %s.".formatted(part.edge(), part.ref(), part.code())
        : part.reason();
  }

  private Job conclude(Job job) {
    Job failed =
        job.works().stream()
            .map(store::job)
            .filter(part -> part.phase() == Phase.FAIL)
            .findFirst()
            .orElse(null);
    String code = failed == null ? null : failureOf(failed);
    String reason = failed == null ? null : reasonOf(failed);
    Edge<?, ?> edge = course.edgeOf(job);
    if (edge == null) {
      return code == null ? end(job, Phase.SUCCESS) : end(job.failed(code, reason), Phase.FAIL);
    }
    if (failed != null && failed.plan().failsAs() == null) {
      code = course.worded(job, edge, code);
    }
    Effect.Fail fail = job.effect(Effect.Fail.class);
    if (code == null && fail != null) {
      code = fail.code() == null ? course.usualCode(job, edge) : fail.code();
    }
    if (code != null) {
      return fail(job, edge, code, reason);
    }
    String held = course.departures.held(job, edge);
    return held == null ? arrive(job, edge) : fail(job, edge, course.usualCode(job, edge), held);
  }

  private boolean amended(Job job) {
    return job.parts().subList(job.works().size(), job.parts().size()).stream()
        .allMatch(id -> store.job(id).phase().over());
  }

  @SuppressWarnings("unchecked")
  private <S extends Spec, A> Job arrive(Job job, Edge<S, A> edge) {
    Resource<S> r = course.departures.handed(course.require(edge, job.ref()), job, edge);
    if (edge.changes() != null) {
      S spec = edge.changes().of(store.state(), r, (A) job.plan().argument());
      r = r.with(spec, store.now());
    }
    settle(r, edge, edge.end(), job);
    appoint(r.ref(), edge, (A) job.plan().argument());
    return end(job, Phase.SUCCESS);
  }

  private <S extends Spec, A> void appoint(Ref ref, Edge<S, A> edge, A argument) {
    if (edge.appoints() == null || store.find(ref) == null) {
      return;
    }
    Appointment later = edge.appoints().of(store.state(), course.require(edge, ref), argument);
    if (later != null) {
      store.file(later.at(), new Event.Appointment(later.plan()));
    }
  }

  @SuppressWarnings("unchecked")
  private <S extends Spec, A> Job fail(Job before, Edge<S, A> edge, String code, String reason) {
    Job job = store.save(before.failed(code, reason).in(Phase.FAILING).at(-1, null, 0, 0));
    Resource<S> r = undo(course.require(edge, job.ref()), edge, job);
    store.put(r);
    if (edge.amends() != null) {
      List<Plan> plans = edge.amends().of(store.state(), r, (A) job.plan().argument());
      course.beginnings.spawn(job, plans.stream().map(Plan::leniently).toList(), false);
    }
    return course.steps.enter(store.job(job.id()), edge, 0);
  }

  private <S extends Spec, A> Job arriveFailed(Job job, Edge<S, A> edge) {
    settle(course.require(edge, job.ref()), edge, failedEnd(job, edge), job);
    return end(job, Phase.FAIL);
  }

  /** Where the way of failing leads that this job takes; back where the table knows none. */
  <S extends Spec, A> End<S> failedEnd(Job job, Edge<S, A> edge) {
    return course.wayOfFailing(job, edge).map(Failure::end).orElseGet(End.Back::new);
  }

  /** Takes back what the edge changed when it began. */
  @SuppressWarnings("unchecked")
  <S extends Spec, A> Resource<S> undo(Resource<S> r, Edge<S, A> edge, Job job) {
    if (edge.undoes() == null) {
      return r;
    }
    A argument = (A) job.plan().argument();
    return r.with(edge.undoes().apply(r.spec(), argument, store.now()), store.now());
  }

  /** Brings the resource to where the path leads and sets it free. */
  <S extends Spec> void settle(Resource<S> r, Edge<S, ?> edge, End<S> end, Job job) {
    Resource<S> free = edge.alongside() ? r.without(job.id()) : r.released();
    store.put(free.with(free.spec(), store.now()));
    if (end instanceof End.Gone<S> gone && !course.departures.strangers(r.ref()).isEmpty()) {
      Status to = gone.stranded() == null ? r.settled() : gone.stranded();
      tx.move(course.require(edge, r.ref()), to, null, edge.name(), job.id());
    } else if (end instanceof End.Gone<S> gone) {
      course.departures.end(r, edge, gone, job);
    } else if (edge.alongside()) {
      tx.note(r.ref(), edge.name(), r.status().label(), r.status().label(), job.id());
    } else {
      Status was = r.settled();
      Status to = end instanceof End.To<S> fixed ? fixed.status().apply(r.spec(), was) : was;
      // What is made at once has been noted already, when it began.
      if (!edge.creates() || !to.equals(r.status()) || r.task() != null) {
        tx.move(course.require(edge, r.ref()), to, null, edge.name(), job.id());
      }
    }
  }

  /** A job is over: it stays known, or tells the job it is part of. */
  Job end(Job job, Phase phase) {
    Job over = store.save(job.over(phase, store.now()));
    if (over.parent() == null) {
      store.retire(over);
    } else {
      finish(store.job(over.parent()));
    }
    return over;
  }
}

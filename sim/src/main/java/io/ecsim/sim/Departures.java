package io.ecsim.sim;

import java.util.List;

/** How a resource leaves its place: it is no more, is kept out of sight, or changes hands. */
final class Departures {
  private final Course course;
  private final Tx tx;
  private final Store store;

  Departures(Course course) {
    this.course = course;
    this.tx = course.tx;
    this.store = course.store;
  }

  /** Why a resource cannot leave though its edge has ended well, or null. */
  <S extends Spec, A> String held(Job job, Edge<S, A> edge) {
    if (edge.end() instanceof End.Gone) {
      List<Ref> strangers = strangers(job.ref());
      return strangers.isEmpty() ? null : "Still in use by " + strangers + ".";
    }
    String project = heir(job, edge);
    return project == null ? null : heldBack(job, course.require(edge, job.ref()), project);
  }

  /** Nothing may refer to the address that a resource with a new owner leaves. */
  private String heldBack(Job job, Resource<?> resource, String project) {
    List<Ref> users =
        store.state().usersOf(resource.ref()).stream().<Ref>map(Resource::ref).toList();
    if (!users.isEmpty()) {
      return "Still in use by " + users + ".";
    }
    List<String> others =
        store.state().jobsOn(resource).stream()
            .filter(other -> !other.id().equals(job.id()))
            .map(Job::edge)
            .toList();
    if (!others.isEmpty()) {
      return "Still under way: " + String.join(", ", others) + ".";
    }
    return store.find(resource.ref().in(project)) == null
        ? null
        : "The project %s has a %s already.".formatted(project, resource.ref());
  }

  /**
   * Brings a resource to the project that its edge hands it to; the same if it hands it nowhere.
   */
  <S extends Spec, A> Resource<S> handed(Resource<S> r, Job job, Edge<S, A> edge) {
    String project = heir(job, edge);
    if (project == null) {
      return r;
    }
    Resource<S> moved = r.at(r.ref().in(project));
    store.move(r.ref(), moved);
    return moved;
  }

  /** The project that gets the resource of a job in the end, or null if it stays where it is. */
  @SuppressWarnings("unchecked")
  private <S extends Spec, A> String heir(Job job, Edge<S, A> edge) {
    if (edge.heir() == null) {
      return null;
    }
    S spec = course.require(edge, job.ref()).spec();
    String project = edge.heir().apply(spec, (A) job.plan().argument());
    return job.ref().project().equals(project) ? null : project;
  }

  /** Who uses a resource and would not go with it. */
  List<Ref> strangers(Ref ref) {
    return store.state().usersOf(ref).stream()
        .filter(user -> !ref.equals(user.spec().owner()))
        .<Ref>map(Resource::ref)
        .toList();
  }

  /** Ends a resource, or keeps what the edge keeps of it. */
  <S extends Spec> void end(Resource<S> resource, Edge<S, ?> edge, End.Gone<S> end, Job job) {
    Resource<S> r = course.require(edge, resource.ref());
    Kept<S> kept = end.keeping() == null ? null : end.keeping().of(store.state(), r);
    if (kept == null) {
      remove(r.ref(), edge.name(), job.id());
      return;
    }
    course.interruptions.all(r, "the end of " + r.ref());
    removeOwned(r.ref());
    Resource<S> left = course.require(edge, r.ref()).with(kept.spec(), store.now());
    tx.move(left, kept.status(), null, edge.name(), job.id());
    store.file(kept.until(), new Event.Appointment(kept.then()));
  }

  /** Takes a resource away, and with it what it owns; first, nothing goes on on it any more. */
  private void remove(Ref ref, String edge, String job) {
    course.interruptions.all(store.find(ref), "the end of " + ref);
    String gone = tx.lifecycles().type(ref.type()).goneLabel();
    tx.note(ref, edge, store.find(ref).status().label(), gone, job);
    removeOwned(ref);
    store.remove(store.find(ref));
  }

  private void removeOwned(Ref owner) {
    for (Resource<?> user : store.state().usersOf(owner)) {
      if (owner.equals(user.spec().owner())) {
        remove(user.ref(), null, null);
      }
    }
  }
}

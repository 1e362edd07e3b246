package io.ecsim.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one call sees of a world: one state, so that an answer never mixes two moments. It remembers
 * what was looked at, for a clock that shows each status so many times.
 */
public final class Glance {
  private final World world;
  private final Seen seen = new Seen();
  private final List<Struck> struck = new ArrayList<>();
  private State state;

  /** A first look at this world. */
  public Glance(World world) {
    this.world = world;
  }

  /** The state this call sees: the present one at the first look or after its last change. */
  public State state() {
    if (state == null) {
      state = world.read();
    }
    return state;
  }

  /** After a change of its own the call looks anew. */
  public void refresh() {
    state = null;
  }

  /** The resource with this id, or null; whoever shows it uses this. */
  public <S extends Spec> Resource<S> find(Lifecycle<?, S> type, String project, String id) {
    Resource<S> found = state().find(type, project, id);
    if (found != null) {
      seen.resource(found.ref());
    }
    return found;
  }

  /**
   * The resource with this id; whoever shows it uses this.
   *
   * @throws Refusal with the type's code for an unknown id
   */
  public <S extends Spec> Resource<S> require(Lifecycle<?, S> type, String project, String id) {
    Resource<S> found = state().require(type, project, id);
    seen.resource(found.ref());
    return found;
  }

  /** All of a type in a project, oldest first; those that are taken from the stream are seen. */
  public <S extends Spec> Stream<Resource<S>> all(Lifecycle<?, S> type, String project) {
    return state().all(type, project);
  }

  /** Marks a resource of a list as shown. */
  public <S extends Spec> Resource<S> show(Resource<S> resource) {
    seen.resource(resource.ref());
    return resource;
  }

  /** The job with this id, or null. */
  public Job job(String id) {
    Job job = state().job(id);
    if (job != null) {
      seen.job(id);
    }
    return job;
  }

  /** Notes fault rules that struck this call, or what it has begun. */
  public void strike(List<Struck> rules) {
    struck.addAll(rules);
  }

  /** The fault rules that struck this call, and what it has begun. */
  public List<Struck> struck() {
    return List.copyOf(struck);
  }

  /** A refusal is a look, too. */
  public void refused(Refusal refusal) {
    if (refusal.ref() != null) {
      seen.resource(refusal.ref());
    }
  }

  /** The call has been answered: counts what was seen. */
  public void done() {
    world.looked(seen);
  }

  /** World time in milliseconds. */
  public long now() {
    return world.now();
  }
}

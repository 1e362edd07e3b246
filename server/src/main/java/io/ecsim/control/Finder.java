package io.ecsim.control;

import io.ecsim.api.ApiError;
import io.ecsim.api.control.Resource;
import io.ecsim.pack.Exhibit;
import io.ecsim.sim.Job;
import io.ecsim.sim.Ref;
import io.ecsim.sim.State;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds what a type and an id mean in a world, over all projects. */
final class Finder {
  private final Exhibits exhibits;

  Finder(Exhibits exhibits) {
    this.exhibits = exhibits;
  }

  /** All of a type, oldest first, the ended ones last. */
  List<Resource> all(State state, String type, String project) {
    if (type.equals(JobView.TYPE)) {
      return state.jobs().values().stream()
          .filter(job -> project == null || project.equals(job.project()))
          .sorted(java.util.Comparator.comparingLong(Job::began).thenComparing(Job::id))
          .map(JobView::show)
          .toList();
    }
    Exhibit<?> exhibit = exhibits.require(type);
    Stream<Resource> living =
        state
            .everywhere(type)
            .filter(r -> project == null || project.equals(r.ref().project()))
            .map(r -> ResourceView.show(exhibit, state, r));
    Stream<Resource> ended =
        state.endedOf(type).stream()
            .filter(r -> project == null || project.equals(r.ref().project()))
            .map(r -> ResourceView.ended(exhibit, r));
    return Stream.concat(living, ended).toList();
  }

  /**
   * One resource, or its end if it is no more.
   *
   * @throws ApiError {@code unknownId}; {@code ambiguous} if several projects have it
   */
  Resource one(State state, String type, String id, String project) {
    if (type.equals(JobView.TYPE)) {
      Job job = state.job(id);
      if (job == null) {
        throw unknown(type, id, List.copyOf(state.jobs().keySet()));
      }
      return JobView.show(job);
    }
    Exhibit<?> exhibit = exhibits.require(type);
    io.ecsim.sim.Resource<?> living = living(state, type, id, project);
    if (living != null) {
      return ResourceView.show(exhibit, state, living);
    }
    List<io.ecsim.sim.Resource<?>> ended = ended(state, type, id, project);
    if (ended.isEmpty()) {
      throw unknown(type, id, ids(state, type));
    }
    return ResourceView.ended(exhibit, ended.get(ended.size() - 1));
  }

  /**
   * The address of a living resource.
   *
   * @throws ApiError {@code unknownId}; {@code ended} if it is no more
   */
  Ref require(State state, String type, String id, String project) {
    exhibits.require(type);
    io.ecsim.sim.Resource<?> living = living(state, type, id, project);
    if (living != null) {
      return living.ref();
    }
    if (!ended(state, type, id, project).isEmpty()) {
      throw new ApiError(409, "ended", "The %s %s is no more.".formatted(type, id));
    }
    throw unknown(type, id, ids(state, type));
  }

  private static io.ecsim.sim.Resource<?> living(
      State state, String type, String id, String project) {
    if (project != null) {
      return state.find(new Ref(type, project, id));
    }
    List<io.ecsim.sim.Resource<?>> found =
        state.everywhere(type).filter(r -> r.id().equals(id)).toList();
    if (found.size() > 1) {
      List<String> projects = found.stream().map(r -> r.ref().project()).toList();
      throw new ApiError(
              409, "ambiguous", "The %s %s is in %d projects.".formatted(type, id, found.size()))
          .hinting("Add ?project= with one of " + String.join(", ", projects) + ".");
    }
    return found.isEmpty() ? null : found.get(0);
  }

  private static List<io.ecsim.sim.Resource<?>> ended(
      State state, String type, String id, String project) {
    return state.endedOf(type).stream()
        .filter(r -> r.id().equals(id))
        .filter(r -> project == null || project.equals(r.ref().project()))
        .toList();
  }

  private static List<String> ids(State state, String type) {
    List<String> ids = new ArrayList<>();
    state.everywhere(type).forEach(r -> ids.add(r.id()));
    return ids;
  }

  private static ApiError unknown(String type, String id, List<String> known) {
    ApiError error =
        new ApiError(404, "unknownId", "There is no %s with the id \"%s\".".formatted(type, id));
    return known.isEmpty()
        ? error.hinting("This world has no %s at all.".formatted(type))
        : error.hinting(Nearest.hint(id, known));
  }
}

package io.ecsim.control;

import io.ecsim.api.control.ApiStatus;
import io.ecsim.pack.Exhibit;
import io.ecsim.sim.Job;
import io.ecsim.sim.Resource;
import io.ecsim.sim.Spec;
import io.ecsim.sim.State;
import io.ecsim.sim.Struck;
import java.util.List;
import java.util.Objects;

/** Shows a resource as the kernel has it. */
final class ResourceView {
  private ResourceView() {}

  /** A living one. */
  static io.ecsim.api.control.Resource show(Exhibit<?> exhibit, State state, Resource<?> resource) {
    List<Job> jobs = state.jobsOn(resource);
    return common(resource)
        .status(resource.status().label())
        .since(Times.iso(resource.since()))
        .edge(jobs.stream().map(Job::edge).findFirst().orElse(null))
        .due(due(jobs))
        .faults(faults(jobs))
        .api(api(exhibit, state, resource))
        .build();
  }

  /** One that is no more. */
  static io.ecsim.api.control.Resource ended(Exhibit<?> exhibit, Resource<?> resource) {
    return common(resource)
        .status(exhibit.lifecycle().goneLabel())
        .since(Times.iso(resource.updatedAt()))
        .faults(List.of())
        .build();
  }

  private static io.ecsim.api.control.Resource.Builder common(Resource<?> resource) {
    return io.ecsim.api.control.Resource.builder()
        .type(resource.ref().type())
        .id(resource.id())
        .name(resource.spec().name())
        .project(resource.ref().project())
        .spec(Specs.show(resource.spec()));
  }

  private static String due(List<Job> jobs) {
    return jobs.stream()
        .map(Job::due)
        .filter(Objects::nonNull)
        .min(io.ecsim.sim.Due::compareTo)
        .map(due -> Times.iso(due.at()))
        .orElse(null);
  }

  private static List<String> faults(List<Job> jobs) {
    return jobs.stream()
        .flatMap(job -> job.struck().stream())
        .map(Struck::name)
        .distinct()
        .toList();
  }

  @SuppressWarnings("unchecked")
  private static <S extends Spec> ApiStatus api(
      Exhibit<S> exhibit, State state, Resource<?> resource) {
    return exhibit.api() == null
        ? null
        : Specs.as(ApiStatus.class, exhibit.api().apply(state, (Resource<S>) resource));
  }
}

package io.ecsim.control;

import io.ecsim.api.ApiError;
import io.ecsim.api.Reply;
import io.ecsim.api.control.AwaitStatusQuery;
import io.ecsim.api.control.ErrorDetail;
import io.ecsim.api.control.Resource;
import io.ecsim.sim.Lifecycle;
import io.ecsim.sim.State;
import io.ecsim.sim.World;
import java.time.Duration;
import java.util.Set;

/** Waits, without polling, until a resource has a status. */
final class Await {
  private static final Duration USUAL = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofHours(1);

  private final Exhibits exhibits;
  private final Finder finder;

  Await(Exhibits exhibits) {
    this.exhibits = exhibits;
    this.finder = new Finder(exhibits);
  }

  Reply<Resource> await(World world, AwaitStatusQuery query) {
    required("type", query.type());
    required("id", query.id());
    required("status", query.status());
    checkStatus(query.type(), query.status());
    Duration timeout = query.timeout() == null ? USUAL : Times.duration("timeout", query.timeout());
    find(world.read(), query);
    try {
      State state =
          world.await(
              now -> find(now, query).status().equalsIgnoreCase(query.status()),
              timeout.compareTo(LONGEST) > 0 ? LONGEST : timeout);
      Resource found = find(state, query);
      return found.status().equalsIgnoreCase(query.status())
          ? Reply.of(found)
          : Reply.of(408, late(found, query, timeout));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ApiError(408, "interrupted", "The double is being shut down.");
    }
  }

  private static void required(String key, String value) {
    if (value == null || value.isEmpty()) {
      throw new ApiError(400, "invalid", "The query lacks %s.".formatted(key))
          .hinting("await?type=volume&id=ID&status=available&timeout=PT30S");
    }
  }

  private Resource find(State state, AwaitStatusQuery query) {
    return finder.one(state, query.type(), query.id(), query.project());
  }

  private void checkStatus(String type, String status) {
    if (type.equals(JobView.TYPE)) {
      if (JobView.statuses().stream().noneMatch(status::equalsIgnoreCase)) {
        throw Exhibits.unknownStatus(type, status, JobView.statuses());
      }
      return;
    }
    Lifecycle<?, ?> table = exhibits.require(type).lifecycle();
    if (!status.equalsIgnoreCase(table.goneLabel()) && table.status(status).isEmpty()) {
      Set<String> labels = Exhibits.labels(table);
      labels.add(table.goneLabel());
      throw Exhibits.unknownStatus(type, status, labels);
    }
  }

  private static Resource late(Resource is, AwaitStatusQuery query, Duration timeout) {
    String message =
        "The %s %s is %s, not %s, after %s."
            .formatted(is.type(), is.id(), is.status(), query.status(), timeout);
    return Resource.builder()
        .error(new ErrorDetail("timeout", null, message))
        .type(is.type())
        .id(is.id())
        .name(is.name())
        .project(is.project())
        .status(is.status())
        .edge(is.edge())
        .since(is.since())
        .due(is.due())
        .faults(is.faults())
        .spec(is.spec())
        .api(is.api())
        .build();
  }
}

package io.ecsim.ecs.event;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.ecs.AcceptScheduledEventRequest;
import io.ecsim.api.ecs.Event;
import io.ecsim.api.ecs.ExecuteOptions;
import io.ecsim.api.ecs.ListScheduledEventsQuery;
import io.ecsim.api.ecs.ListScheduledEventsResponse;
import io.ecsim.api.ecs.PageInfo;
import io.ecsim.api.ecs.ScheduledEventsApi;
import io.ecsim.api.ecs.Source;
import io.ecsim.api.ecs.UpdateScheduledEventRequest;
import io.ecsim.pack.Prompt;
import io.ecsim.pack.Utc;
import io.ecsim.sim.Edge;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Resource;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

/** Scheduled events: list, put off, agree to. */
public record EventOperations(EventTable table) implements ScheduledEventsApi {
  private static final int PAGE = 20;
  private static final int NOT_FOUND = 404;
  private static final String WHY = "The host of the server has to be maintained.";

  @Override
  public ListScheduledEventsResponse listScheduledEvents(
      Call call, ListScheduledEventsQuery query) {
    long since = query.publishSince() == null ? 0 : time("publish_since", query.publishSince());
    long until =
        query.publishUntil() == null ? Long.MAX_VALUE : time("publish_until", query.publishUntil());
    List<Resource<ScheduledEvent>> found =
        call.glance()
            .all(table.events, call.project())
            .filter(event -> query.id() == null || query.id().equals(event.id()))
            .filter(event -> isAny(event.spec().server().id(), query.instanceId()))
            .filter(event -> isAny(event.spec().type(), query.type()))
            .filter(event -> isAny(event.status().label(), query.state()))
            .filter(event -> event.createdAt() >= since && event.createdAt() <= until)
            .toList();
    int from = 0;
    for (int i = 0; i < found.size() && query.marker() != null; i++) {
      if (found.get(i).id().equals(query.marker())) {
        from = i + 1;
      }
    }
    List<Resource<ScheduledEvent>> page =
        found.stream().skip(from).limit(query.limit() == null ? PAGE : query.limit()).toList();
    boolean more = from + page.size() < found.size();
    return new ListScheduledEventsResponse(
        page.stream().map(call.glance()::show).map(EventOperations::shown).toList(),
        new PageInfo(more ? page.get(page.size() - 1).id() : null));
  }

  private static boolean isAny(String value, List<String> wanted) {
    return wanted == null || wanted.isEmpty() || wanted.contains(value);
  }

  private static Event shown(Resource<ScheduledEvent> event) {
    ScheduledEvent spec = event.spec();
    return Event.builder()
        .id(event.id())
        .type(spec.type())
        .state(event.status().label())
        .description(WHY)
        .instanceId(spec.server().id())
        .publishTime(Utc.seconds(event.createdAt()))
        .notBefore(Utc.seconds(spec.notBefore()))
        .notBeforeDeadline(Utc.seconds(spec.deadline()))
        .startTime(spec.startedAt() == 0 ? null : Utc.seconds(spec.startedAt()))
        .finishTime(spec.finishedAt() == 0 ? null : Utc.seconds(spec.finishedAt()))
        .executeOptions(ExecuteOptions.builder().executor("platform").build())
        .source(new Source(null, "platform"))
        .build();
  }

  @Override
  public void acceptScheduledEvent(Call call, String id, AcceptScheduledEventRequest body) {
    String asked = body == null ? null : body.notBefore();
    begin(call, id, table.accept, asked);
  }

  @Override
  public void updateScheduledEvent(Call call, String id, UpdateScheduledEventRequest body) {
    begin(call, id, table.update, body.notBefore());
  }

  private void begin(Call call, String id, Edge<ScheduledEvent, Long> edge, String asked) {
    Long time = asked == null || asked.isEmpty() ? null : time("not_before", asked);
    Prompt.begin(
        call,
        tx -> {
          Resource<ScheduledEvent> event = tx.state().find(table.events, call.project(), id);
          if (event == null) {
            throw new ApiError(
                NOT_FOUND, "Ecs.0005", "There is no scheduled event %s.".formatted(id));
          }
          if (time != null && time > event.spec().deadline()) {
            throw new ApiError(
                "Ecs.0005",
                "not_before %s is later than %s."
                    .formatted(asked, Utc.seconds(event.spec().deadline())));
          }
          return Plan.of(edge, event.ref(), time);
        });
  }

  private static long time(String member, String text) {
    try {
      return Instant.parse(text).toEpochMilli();
    } catch (DateTimeParseException e) {
      throw new ApiError("Ecs.0005", "%s '%s' is no time.".formatted(member, text));
    }
  }
}

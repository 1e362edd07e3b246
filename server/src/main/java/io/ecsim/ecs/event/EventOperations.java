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
import io.ecsim.sim.Listing;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Resource;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Scheduled events: list, put off, agree to. */
public record EventOperations(EventTable table) implements ScheduledEventsApi {
  private static final int PAGE = 20;
  private static final int NOT_FOUND = 404;
  private static final String WHY = "The host of the server has to be maintained.";

  @Override
  public ListScheduledEventsResponse listScheduledEvents(
      Call call, ListScheduledEventsQuery query) {
    Listing<ScheduledEvent> found =
        Listing.over(call.glance().state().roll(table.events, call.project()))
            .when(query.id(), (event, id) -> event.id().equals(id))
            .when(query.instanceId(), (event, ids) -> ids.contains(event.spec().server().id()))
            .when(query.type(), (event, types) -> types.contains(event.spec().type()))
            .when(query.state(), (event, states) -> states.contains(event.status().label()))
            .when(
                published("publish_since", query.publishSince()),
                (event, since) -> event.createdAt() >= since)
            .when(
                published("publish_until", query.publishUntil()),
                (event, until) -> event.createdAt() <= until);
    int limit = query.limit() == null ? PAGE : query.limit();
    Listing.Page<ScheduledEvent> page = found.rest(query.marker(), 0, limit);
    return new ListScheduledEventsResponse(
        page.items().stream().map(call.glance()::show).map(EventOperations::shown).toList(),
        new PageInfo(page.next()));
  }

  private static Long published(String member, String text) {
    return text == null ? null : Long.valueOf(time(member, text));
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

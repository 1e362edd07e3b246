package io.ecsim.ecs.event;

import static io.ecsim.ecs.event.EventStatus.CANCELED;
import static io.ecsim.ecs.event.EventStatus.COMPLETED;
import static io.ecsim.ecs.event.EventStatus.EXECUTING;
import static io.ecsim.ecs.event.EventStatus.FAILED;
import static io.ecsim.ecs.event.EventStatus.INQUIRING;
import static io.ecsim.ecs.event.EventStatus.SCHEDULED;
import static io.ecsim.ecs.server.ServerStatus.RUNNING;
import static io.ecsim.ecs.server.ServerStatus.STOPPED;

import io.ecsim.ecs.server.Server;
import io.ecsim.ecs.server.ServerStatus;
import io.ecsim.ecs.server.ServerTable;
import io.ecsim.sim.Appointment;
import io.ecsim.sim.Edge;
import io.ecsim.sim.Ids;
import io.ecsim.sim.Lifecycle;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The life of scheduled events; the words are those of the vendor's page on events. How long
 * somebody has to answer is plausible, not documented.
 */
public final class EventTable {
  /** How long after it is published an event is to begin, unless its owner says so. */
  private static final long NOTICE = Duration.ofHours(24).toMillis();

  private static final long DEADLINE = Duration.ofDays(7).toMillis();

  /** The table. */
  public final Lifecycle<EventStatus, ScheduledEvent> events =
      Lifecycle.of("scheduled-event", EventStatus.class, ScheduledEvent.class).missing("Ecs.0005");

  final Edge<ScheduledEvent, Void> publish;

  /** The owner agrees; the argument is when it may begin, null for now. */
  final Edge<ScheduledEvent, Long> accept;

  /** The owner puts it off. */
  final Edge<ScheduledEvent, Long> update;

  /** Does what is planned; the argument is the time for which it was foreseen. */
  final Edge<ScheduledEvent, Long> execute;

  final Edge<ScheduledEvent, Void> cancel;

  private final ServerTable table;

  /** Events of these servers; adds what publishes them to the servers' table. */
  public EventTable(ServerTable table) {
    this.table = table;
    // spotless:off
    publish = events.<Void>creates("publish")
        .failingGone("Ecs.0615", CANCELED)
        .to(INQUIRING);

    execute = events.<Long>on("execute", SCHEDULED)
        .refused("Ecs.0005")
        .guard("Ecs.0005", (state, event, due) -> isPutOff(event, due))
        .reserving((event, due, now) -> event.started(now), (event, due, now) -> event.finished(now))
        .via(EXECUTING, 2)
        .lastly((state, event, due) -> work(state, event.spec()))
        .changing((event, due, now) -> event.finished(now))
        .failing("Ecs.0615", FAILED)
        .to(COMPLETED);

    accept = events.<Long>on("accept", INQUIRING)
        .refused("Ecs.0005")
        .changing((event, time, now) -> event.at(time == null ? now : Math.max(time, now)))
        .failing("Ecs.0615")
        .appointing((state, event, time) -> start(event))
        .to(SCHEDULED);

    update = events.<Long>on("update", INQUIRING, SCHEDULED)
        .refused("Ecs.0005")
        .changing((event, time, now) -> time == null ? event : event.at(Math.max(time, now)))
        .failing("Ecs.0615")
        .appointing((state, event, time) -> event.status() == SCHEDULED ? start(event) : null)
        .back();

    cancel = events.<Void>on("cancel", INQUIRING, SCHEDULED)
        .refused("Ecs.0005")
        .failing("Ecs.0615")
        .to(CANCELED);

    planned("plan-redeploy", ScheduledEvent.REDEPLOY);
    planned("plan-reboot", ScheduledEvent.REBOOT);
    // spotless:on
  }

  /** An edge of servers that publishes an event. */
  private Edge<Server, Void> planned(String action, String type) {
    return table
        .servers
        .<Void>on(action, RUNNING, STOPPED)
        .refused("Ecs.0100")
        .alongside()
        .with((state, server, none) -> List.of(publication(state, server, type)))
        .failing("Ecs.0615")
        .back();
  }

  private Plan publication(State state, Resource<Server> server, String type) {
    String project = server.ref().project();
    String id = Ids.uuid(server.id(), type, state.shelf(events.type(), project).size());
    var event =
        new ScheduledEvent(type, server.ref(), state.now() + NOTICE, state.now() + DEADLINE, 0, 0);
    return Plan.create(publish, new Ref(events.type(), project, id), event, null);
  }

  private Appointment start(Resource<ScheduledEvent> event) {
    long time = event.spec().notBefore();
    return new Appointment(time, Plan.of(execute, event.ref(), time));
  }

  private static String isPutOff(Resource<ScheduledEvent> event, Long due) {
    return due == null || due == event.spec().notBefore()
        ? null
        : "The event %s is to begin at another time.".formatted(event.id());
  }

  /** What is done; with a server that has gone it fails as anything would. */
  private List<Plan> work(State state, ScheduledEvent event) {
    Ref ref = event.server();
    Resource<Server> server = state.find(table.servers, ref.project(), ref.id());
    if (server == null) {
      return List.of(Plan.of(table.power.start, ref, null));
    }
    boolean runs = server.status() == ServerStatus.RUNNING;
    var plans = new ArrayList<Plan>();
    if (event.type().equals(ScheduledEvent.REBOOT)) {
      plans.add(
          runs
              ? Plan.of(table.power.hardReboot, server.ref(), null)
              : Plan.of(table.power.start, server.ref(), null));
      return plans;
    }
    if (runs) {
      plans.add(Plan.of(table.power.stop, server.ref(), null));
    }
    plans.add(Plan.of(table.upkeep.redeploy, server.ref(), null));
    if (runs) {
      plans.add(Plan.of(table.power.start, server.ref(), null));
    }
    return List.of(Plan.inOrder("redeployServer", plans));
  }
}

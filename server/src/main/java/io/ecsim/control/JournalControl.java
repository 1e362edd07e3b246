package io.ecsim.control;

import io.ecsim.api.Call;
import io.ecsim.api.control.Journal;
import io.ecsim.api.control.JournalApi;
import io.ecsim.api.control.JournalEntry;
import io.ecsim.api.control.ListJournalQuery;
import io.ecsim.sim.Entry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Shows the last things that happened in a world, in order. */
final class JournalControl implements JournalApi {
  private static final int USUAL = 1000;
  private static final List<String> KINDS = List.of("request", "transition", "fault");

  private final Exhibits exhibits;

  JournalControl(Exhibits exhibits) {
    this.exhibits = exhibits;
  }

  @Override
  public Journal listJournal(Call call, ListJournalQuery query) {
    call.world().read();
    Predicate<Entry> wanted = wanted(call, query);
    List<JournalEntry> entries =
        call.world().journal().entries().stream().filter(wanted).map(JournalControl::show).toList();
    int limit = query.limit() == null ? USUAL : query.limit();
    int from = Math.max(0, entries.size() - limit);
    return new Journal(new ArrayList<>(entries.subList(from, entries.size())));
  }

  private Predicate<Entry> wanted(Call call, ListJournalQuery query) {
    Predicate<Entry> wanted = entry -> true;
    if (query.type() != null) {
      String type = query.type();
      if (!KINDS.contains(type) && !type.equals(JobView.TYPE)) {
        exhibits.require(type);
      }
      wanted = wanted.and(entry -> type.equals(kind(entry)) || type.equals(typeOf(entry)));
    }
    if (query.id() != null) {
      wanted = wanted.and(entry -> mentions(entry, query.id()));
    }
    if (query.since() != null) {
      long since =
          query.since().startsWith("P")
              ? call.world().now() - Times.duration("since", query.since()).toMillis()
              : Times.moment("since", query.since());
      wanted = wanted.and(entry -> entry.at() >= since);
    }
    return wanted;
  }

  private static String kind(Entry entry) {
    if (entry instanceof Entry.Request) {
      return "request";
    }
    return entry instanceof Entry.FaultFired ? "fault" : "transition";
  }

  private static String typeOf(Entry entry) {
    if (entry instanceof Entry.Transition transition) {
      return transition.ref().type();
    }
    boolean known = entry instanceof Entry.FaultFired fired && fired.ref() != null;
    return known ? ((Entry.FaultFired) entry).ref().type() : null;
  }

  /** Whether an id of a resource, a job, a request or a rule is in it. */
  private static boolean mentions(Entry entry, String id) {
    if (entry instanceof Entry.Transition t) {
      return id.equals(t.ref().id()) || id.equals(t.job()) || id.equals(t.cause());
    }
    if (entry instanceof Entry.FaultFired f) {
      return (f.ref() != null && id.equals(f.ref().id()))
          || id.equals(f.rule())
          || id.equals(f.cause());
    }
    Entry.Request request = (Entry.Request) entry;
    return id.equals(request.id()) || Arrays.asList(request.path().split("[/?]")).contains(id);
  }

  private static JournalEntry show(Entry entry) {
    JournalEntry.Builder line = JournalEntry.builder().at(Times.iso(entry.at())).kind(kind(entry));
    if (entry instanceof Entry.Transition t) {
      return line.type(t.ref().type())
          .id(t.ref().id())
          .project(t.ref().project())
          .edge(t.edge())
          .from(t.from())
          .to(t.to())
          .task(t.task())
          .job(t.job())
          .cause(t.cause())
          .build();
    }
    if (entry instanceof Entry.FaultFired f) {
      if (f.ref() != null) {
        line.type(f.ref().type()).id(f.ref().id()).project(f.ref().project());
      }
      return line.rule(f.rule()).fault(f.name()).on(f.on()).cause(f.cause()).build();
    }
    Entry.Request r = (Entry.Request) entry;
    return line.request(r.id())
        .method(r.method())
        .path(r.path())
        .project(r.project())
        .operation(r.operation())
        .status(r.status())
        .fault(r.fault())
        .build();
  }
}

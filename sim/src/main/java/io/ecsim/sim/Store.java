package io.ecsim.sim;

import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.PVector;
import org.pcollections.TreePMap;

/**
 * A state under change: one plain field per component, put together again when somebody looks. It
 * keeps the books (links, bounds, order) and knows nothing of edges.
 */
final class Store {
  private static final int NAMES = 100_000;
  private static final int FINISHED = 10_000;
  private static final int ENDED = 1_000;
  private static final int TOKENS = 10_000;

  private final String seed;
  private State seen;
  private Clock clock;
  private long now;
  private long seq;
  private long born;
  private TreePMap<Shelf.Key, Shelf> shelves;
  private Links links;
  private PMap<String, Job> jobs;
  private TreePMap<Long, String> finished;
  private TreePMap<Due, Event> due;
  private TreePMap<String, Integer> counts;
  private int epoch;
  private PVector<Fault> faults;
  private TreePMap<String, Token> tokens;
  private PSet<String> projects;
  private TreePMap<Long, Resource<?>> ended;

  Store(State state) {
    seed = state.seed();
    load(state);
  }

  /** Goes back to this state. */
  void load(State state) {
    seen = state;
    clock = state.clock();
    now = state.now();
    seq = state.seq();
    born = state.born();
    shelves = state.shelves();
    links = state.links();
    jobs = state.jobs();
    finished = state.finished();
    due = state.due();
    counts = state.counts();
    epoch = state.epoch();
    faults = state.faults();
    tokens = state.tokens();
    projects = state.projects();
    ended = state.ended();
  }

  State state() {
    if (seen == null) {
      seen =
          new State(
              seed, clock, now, seq, born, shelves, links, jobs, finished, due, counts, epoch,
              faults, tokens, projects, ended);
    }
    return seen;
  }

  long now() {
    return now;
  }

  Clock clock() {
    return clock;
  }

  PVector<Fault> faults() {
    return faults;
  }

  Job job(String id) {
    return jobs.get(id);
  }

  /** Time does not go back. */
  void now(long time) {
    now = Math.max(now, time);
    seen = null;
  }

  void clock(Clock next) {
    clock = next;
    seen = null;
  }

  long number() {
    seen = null;
    return ++seq;
  }

  /** When the next resource is made: now, or a microsecond after the one before. */
  long birth() {
    seen = null;
    born = Math.max(born + 1, TimeUnit.MILLISECONDS.toMicros(now));
    return born;
  }

  Resource<?> find(Ref ref) {
    Shelf shelf = shelves.get(Shelf.Key.of(ref));
    return shelf == null ? null : shelf.get(ref.id());
  }

  void put(Resource<?> resource) {
    Shelf.Key key = Shelf.Key.of(resource.ref());
    Shelf shelf = shelves.getOrDefault(key, Shelf.EMPTY);
    Resource<?> before = shelf.get(resource.id());
    links = links.changed(resource.ref(), before == null ? null : before.spec(), resource.spec());
    shelves = shelves.plus(key, shelf.with(resource));
    seen = null;
  }

  void remove(Resource<?> resource) {
    Shelf.Key key = Shelf.Key.of(resource.ref());
    links = links.changed(resource.ref(), resource.spec(), null);
    shelves = shelves.plus(key, shelves.get(key).without(resource));
    ended = bounded(ended.plus(number(), resource), ENDED);
  }

  /** Brings a resource from this address to its own. */
  void move(Ref from, Resource<?> resource) {
    Resource<?> before = find(from);
    Shelf.Key key = Shelf.Key.of(from);
    links = links.changed(from, before.spec(), null);
    shelves = shelves.plus(key, shelves.get(key).without(before));
    put(resource);
  }

  Job save(Job job) {
    jobs = jobs.plus(job.id(), job);
    seen = null;
    return job;
  }

  /** A job that is part of no other is over: it stays known until newer ones need its place. */
  void retire(Job root) {
    finished = finished.plus(number(), root.id());
    if (finished.size() > FINISHED) {
      forget(finished.firstEntry().getValue());
      finished = finished.minusFirstEntry();
    }
  }

  private void forget(String id) {
    Job job = jobs.get(id);
    if (job != null) {
      job.parts().forEach(this::forget);
      jobs = jobs.minus(id);
    }
  }

  Due file(long at, Event event) {
    Due place = new Due(Math.max(at, now), number());
    due = due.plus(place, event);
    return place;
  }

  void cancel(Due place) {
    if (place != null) {
      due = due.minus(place);
      seen = null;
    }
  }

  long nextDue() {
    return due.isEmpty() ? Long.MAX_VALUE : due.firstKey().at();
  }

  /** Takes the next event out of the queue; time is then its own. */
  Event next() {
    Map.Entry<Due, Event> first = due.firstEntry();
    due = due.minusFirstEntry();
    now(first.getKey().at());
    return first.getValue();
  }

  /** How often this key has been counted, this time included. */
  int count(String key) {
    if (counts.size() >= NAMES) {
      counts = TreePMap.empty();
      epoch++;
    }
    int count = counts.getOrDefault(key, 0) + 1;
    counts = counts.plus(key, count);
    seen = null;
    return count;
  }

  void faults(PVector<Fault> rules) {
    faults = rules;
    seen = null;
  }

  void remember(String key, Token token) {
    tokens = tokens.plus(key, token);
    if (tokens.size() > TOKENS) {
      tokens =
          tokens.minus(
              tokens.entrySet().stream()
                  .min(Map.Entry.comparingByValue(Comparator.comparingLong(Token::at)))
                  .orElseThrow()
                  .getKey());
    }
    seen = null;
  }

  void project(String project) {
    projects = projects.plus(project);
    seen = null;
  }

  private static <V> TreePMap<Long, V> bounded(TreePMap<Long, V> map, int limit) {
    return map.size() > limit ? map.minusFirstEntry() : map;
  }
}

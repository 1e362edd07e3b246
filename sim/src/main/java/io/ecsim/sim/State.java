package io.ecsim.sim;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/**
 * All there is of a world at one moment: an immutable value. A checkpoint is a reference to it, a
 * fork costs nothing. Data only: jobs name their edges, they do not hold them.
 *
 * @param seed what ids and dice are hashed with
 * @param clock how time goes on from here
 * @param now up to when, in milliseconds of world time, all that was due has happened
 * @param seq the last number given out, for the order of creation and of events
 * @param born when the youngest resource was made, in microseconds
 * @param shelves the resources, by type and project
 * @param links who uses whom
 * @param jobs the jobs under way and the last finished ones, by id
 * @param finished the finished jobs that are part of no other, oldest first
 * @param due what is due when
 * @param counts how often each name was given, for ids
 * @param epoch how often {@code counts} was started afresh; part of each id
 * @param faults the fault rules, in the order they were laid
 * @param tokens idempotency tokens
 * @param projects the projects that have their default inventory
 * @param ended the last removed resources, oldest first
 */
public record State(
    String seed,
    Clock clock,
    long now,
    long seq,
    long born,
    TreePMap<Shelf.Key, Shelf> shelves,
    Links links,
    PMap<String, Job> jobs,
    TreePMap<Long, String> finished,
    TreePMap<Due, Event> due,
    TreePMap<String, Integer> counts,
    int epoch,
    PVector<Fault> faults,
    TreePMap<String, Token> tokens,
    PSet<String> projects,
    TreePMap<Long, Resource<?>> ended) {

  static State empty(String seed, Clock clock, long now) {
    return new State(
        seed,
        clock,
        now,
        0,
        0,
        TreePMap.empty(),
        Links.NONE,
        HashTreePMap.empty(),
        TreePMap.empty(),
        TreePMap.empty(),
        TreePMap.empty(),
        0,
        TreePVector.empty(),
        TreePMap.empty(),
        HashTreePSet.empty(),
        TreePMap.empty());
  }

  /** When the next event is due, in milliseconds of world time; {@code Long.MAX_VALUE} if none. */
  public long nextDue() {
    return due.isEmpty() ? Long.MAX_VALUE : due.firstKey().at();
  }

  /** The shelf of a type in a project; empty if nothing was ever put on it. */
  public Shelf shelf(String type, String project) {
    return shelves.getOrDefault(new Shelf.Key(type, project), Shelf.EMPTY);
  }

  /** The resource at this address, or null; a hidden one, too. */
  public Resource<?> find(Ref ref) {
    return shelf(ref.type(), ref.project()).get(ref.id());
  }

  /** The resource of this type with this id in this project, or null; a hidden one is not found. */
  public <S extends Spec> Resource<S> find(Lifecycle<?, S> type, String project, String id) {
    Resource<?> found = shelf(type.type(), project).get(id);
    return found == null || found.status().hidden() ? null : type.cast(found);
  }

  /**
   * The resource of this type with this id in this project.
   *
   * @throws Refusal with the type's code for an unknown id
   */
  public <S extends Spec> Resource<S> require(Lifecycle<?, S> type, String project, String id) {
    return type.cast(find(type, project, id), new Ref(type.type(), project, id));
  }

  /**
   * The resource of this type at this address; a hidden one, too.
   *
   * @throws Refusal with the type's code if nothing is there
   */
  public <S extends Spec> Resource<S> require(Lifecycle<?, S> type, Ref ref) {
    return type.cast(find(ref), ref);
  }

  /** All of a type in a project, oldest first, without those that are hidden. */
  public <S extends Spec> Stream<Resource<S>> all(Lifecycle<?, S> type, String project) {
    return roll(type, project).stream();
  }

  /** All of a type in a project without those that are hidden, for lists page by page. */
  public <S extends Spec> Roll<S> roll(Lifecycle<?, S> type, String project) {
    return Roll.of(this, type, project, false);
  }

  /** Those of a type in a project that are hidden, oldest first. */
  public <S extends Spec> Stream<Resource<S>> hidden(Lifecycle<?, S> type, String project) {
    return hiddenRoll(type, project).stream();
  }

  /** Those of a type in a project that are hidden, for lists page by page. */
  public <S extends Spec> Roll<S> hiddenRoll(Lifecycle<?, S> type, String project) {
    return Roll.of(this, type, project, true);
  }

  /** All of a type in all projects, by project, oldest first; hidden ones, too. */
  public <S extends Spec> Stream<Resource<S>> everywhere(Lifecycle<?, S> type) {
    return everywhere(type.type()).map(type::cast);
  }

  /** All of the type with this name in all projects, by project, oldest first; hidden, too. */
  public Stream<Resource<?>> everywhere(String type) {
    var range = Shelf.rangeOf(type);
    return shelves.subMap(range.getKey(), true, range.getValue(), true).values().stream()
        .flatMap(shelf -> shelf.all().stream());
  }

  /** Who uses this resource, oldest first. */
  public List<Resource<?>> usersOf(Ref used) {
    return links.of(used).stream()
        .<Resource<?>>map(this::find)
        .filter(Objects::nonNull)
        .sorted(Comparator.comparingLong(Resource::seq))
        .toList();
  }

  /** Who of this type uses this resource, oldest first. */
  public <S extends Spec> List<Resource<S>> usersOf(Ref used, Lifecycle<?, S> type) {
    return usersOf(used).stream()
        .filter(user -> user.ref().type().equals(type.type()))
        .map(type::cast)
        .toList();
  }

  /** The job with this id, or null. */
  public Job job(String id) {
    return id == null ? null : jobs.get(id);
  }

  /** The job that this one is finally part of. */
  public Job rootOf(Job job) {
    Job root = job;
    while (root.parent() != null) {
      root = jobs.get(root.parent());
    }
    return root;
  }

  /** The jobs that are under way on this resource. */
  public List<Job> jobsOn(Resource<?> resource) {
    return Stream.concat(Stream.ofNullable(resource.job()), resource.alongside().stream())
        .map(jobs::get)
        .toList();
  }

  /** Those of a type and project that are no more and still known, oldest end first. */
  public <S extends Spec> Stream<Resource<S>> ended(Lifecycle<?, S> type, String project) {
    return endedOf(type.type()).stream()
        .filter(resource -> resource.ref().project().equals(project))
        .map(type::cast);
  }

  /** The last removed resources of a type, oldest first. */
  public Collection<Resource<?>> endedOf(String type) {
    return ended.values().stream().filter(r -> r.ref().type().equals(type)).toList();
  }
}

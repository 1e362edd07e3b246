package io.ecsim.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A resource in its envelope. The kernel alone writes the envelope; the spec belongs to a service.
 * Times are milliseconds of world time since 1970, UTC.
 *
 * @param ref its address
 * @param seq its place in the order of creation, unique in a world
 * @param spec what it is
 * @param status where in its lifecycle it is
 * @param was the status that the edge under way began from, or null when none is under way
 * @param task the task word of the step under way, or null
 * @param job the job that has it to itself, or null
 * @param alongside jobs under way that leave its status alone
 * @param born when it was made in microseconds, unique in a world and in the order of creation
 * @param createdAt when it was made
 * @param updatedAt when it last changed
 * @param since since when it has this status
 */
public record Resource<S extends Spec>(
    Ref ref,
    long seq,
    S spec,
    Status status,
    Status was,
    String task,
    String job,
    List<String> alongside,
    long born,
    long createdAt,
    long updatedAt,
    long since) {

  /** Checks what no resource may lack. */
  public Resource {
    Objects.requireNonNull(ref);
    Objects.requireNonNull(spec);
    Objects.requireNonNull(status);
    alongside = List.copyOf(alongside);
  }

  /** The id alone. */
  public String id() {
    return ref.id();
  }

  /** Whether an edge has it to itself. */
  public boolean busy() {
    return job != null;
  }

  /** The status it is or was in when nothing is under way: what {@code Deleting} hides. */
  public Status settled() {
    return was == null ? status : was;
  }

  Resource<S> with(S newSpec, long now) {
    return new Resource<>(
        ref, seq, newSpec, status, was, task, job, alongside, born, createdAt, now, since);
  }

  Resource<S> in(Status next, String word, long now) {
    long from = next.equals(status) ? since : now;
    return new Resource<>(
        ref, seq, spec, next, was, word, job, alongside, born, createdAt, now, from);
  }

  Resource<S> at(Ref address) {
    return new Resource<>(
        address, seq, spec, status, was, task, job, alongside, born, createdAt, updatedAt, since);
  }

  Resource<S> taken(String by) {
    return new Resource<>(
        ref, seq, spec, status, status, task, by, alongside, born, createdAt, updatedAt, since);
  }

  Resource<S> released() {
    return new Resource<>(
        ref, seq, spec, status, null, null, null, alongside, born, createdAt, updatedAt, since);
  }

  Resource<S> beside(String by) {
    List<String> longer = new ArrayList<>(alongside);
    longer.add(by);
    return beside(longer);
  }

  Resource<S> without(String by) {
    return beside(alongside.stream().filter(other -> !other.equals(by)).toList());
  }

  private Resource<S> beside(List<String> jobs) {
    return new Resource<>(
        ref, seq, spec, status, was, task, job, jobs, born, createdAt, updatedAt, since);
  }
}

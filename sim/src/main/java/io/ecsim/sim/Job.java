package io.ecsim.sim;

import java.util.List;

/**
 * An edge under way on a resource (or a group), and its parts. It is there for every edge that
 * takes time, whether or not an API shows jobs. Times are milliseconds of world time.
 *
 * @param id 32 hexadecimal digits
 * @param project the project it belongs to
 * @param plan what it carries out
 * @param phase how far it is
 * @param step which of its steps it is in; beyond the last when all are over
 * @param due where its next event stands in the queue, or null
 * @param looks how often the step must still be seen before it may end
 * @param until the earliest end of a step that waits to be seen
 * @param parent the job it is part of, or null
 * @param parts the jobs that are part of it
 * @param amends how many of the last parts take back what the others did
 * @param struck the fault rules that struck it
 * @param code the vendor's code of its failure, or null
 * @param reason why it failed, or null
 * @param began when it began; 0 while INIT
 * @param ended when it ended; 0 before
 */
public record Job(
    String id,
    String project,
    Plan plan,
    Phase phase,
    int step,
    Due due,
    int looks,
    long until,
    String parent,
    List<String> parts,
    int amends,
    List<Struck> struck,
    String code,
    String reason,
    long began,
    long ended) {

  static Job initial(String id, String project, Plan plan, String parent) {
    return new Job(
        id,
        project,
        plan,
        Phase.INIT,
        -1,
        null,
        0,
        0,
        parent,
        List.of(),
        0,
        List.of(),
        null,
        null,
        0,
        0);
  }

  /** The full name of its edge, or its kind if it is a group. */
  public String edge() {
    return plan.edge() == null ? plan.kind() : plan.edge();
  }

  /** The resource it is about, or null if it is a group. */
  public Ref ref() {
    return plan.ref();
  }

  /** The parts that carry out the plan, without those that take it back. */
  public List<String> works() {
    return parts.subList(0, parts.size() - amends);
  }

  /** The first effect of this kind that struck it, or null. */
  <T extends Effect> T effect(Class<T> kind) {
    return struck.stream()
        .map(Struck::effect)
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst()
        .orElse(null);
  }

  Job in(Phase next) {
    return new Job(
        id, project, plan, next, step, due, looks, until, parent, parts, amends, struck, code,
        reason, began, ended);
  }

  Job at(int newStep, Due newDue, int newLooks, long newUntil) {
    return new Job(
        id, project, plan, phase, newStep, newDue, newLooks, newUntil, parent, parts, amends,
        struck, code, reason, began, ended);
  }

  Job with(List<String> newParts, int newAmends) {
    return new Job(
        id, project, plan, phase, step, due, looks, until, parent, newParts, newAmends, struck,
        code, reason, began, ended);
  }

  Job failed(String newCode, String newReason) {
    return new Job(
        id, project, plan, phase, step, due, looks, until, parent, parts, amends, struck, newCode,
        newReason, began, ended);
  }

  Job over(Phase last, long now) {
    return new Job(
        id,
        project,
        plan,
        last,
        step,
        null,
        0,
        0,
        parent,
        parts,
        amends,
        struck,
        code,
        reason,
        began == 0 ? now : began,
        now);
  }

  Job begun(List<Struck> newStruck, long now) {
    return new Job(
        id,
        project,
        plan,
        Phase.RUNNING,
        step,
        due,
        looks,
        until,
        parent,
        parts,
        amends,
        newStruck,
        code,
        reason,
        now,
        ended);
  }
}

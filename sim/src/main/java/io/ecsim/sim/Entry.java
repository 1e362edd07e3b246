package io.ecsim.sim;

/** One line of the journal. Times are milliseconds of world time. */
public sealed interface Entry {
  /** When it happened. */
  long at();

  /**
   * A resource passed from one status to another, or began or ended an edge that leaves it alone.
   *
   * @param from the label before, or null for a new resource
   * @param to the label after
   * @param task the task word of the step, or null
   * @param job the job that drives it, or null
   * @param cause the id of the request that set it off, or null if its time had come
   */
  record Transition(
      long at, Ref ref, String edge, String from, String to, String task, String job, String cause)
      implements Entry {}

  /**
   * A fault rule fired.
   *
   * @param on the edge or operation it struck
   * @param ref the resource, or null for an operation
   */
  record FaultFired(long at, String rule, String name, String on, Ref ref, String cause)
      implements Entry {}

  /**
   * A request was answered.
   *
   * @param operation the vendor's name, or null for an unknown path
   * @param fault the rule that made the answer, or null
   */
  record Request(
      long at,
      String id,
      String method,
      String path,
      String project,
      String operation,
      int status,
      String fault)
      implements Entry {}
}

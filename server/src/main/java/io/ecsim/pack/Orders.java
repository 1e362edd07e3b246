package io.ecsim.pack;

import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.State;
import io.ecsim.sim.Tx;
import java.util.List;

/**
 * What services ask of the Business Support System where something is paid for by month or year.
 * BSS implements it.
 */
public interface Orders {
  /**
   * What is ordered.
   *
   * @param id the id of the order, given out before
   * @param project the project it is for
   * @param paid whether it is paid at once; else somebody must pay it
   * @param renewing whether what is ordered is renewed by itself
   * @param period for how long it is paid for; null if it is there until somebody ends it, or if
   *     something is changed or ended
   * @param resources what will be there, or is changed or ended; the main resources are those that
   *     have the type of the first
   * @param works what is done once it is paid
   * @param endings what is done when the time is over that it is paid for
   */
  record Purchase(
      String id,
      String project,
      boolean paid,
      boolean renewing,
      Period period,
      List<Ref> resources,
      List<Plan> works,
      List<Plan> endings) {

    /** What is changed or ended, or is there until somebody ends it. */
    public Purchase(
        String id,
        String project,
        boolean paid,
        boolean renewing,
        List<Ref> resources,
        List<Plan> works) {
      this(id, project, paid, renewing, null, resources, works, List.of());
    }
  }

  /** The id of an order that is going to be placed. */
  String id(Tx tx, String project);

  /** Places an order. It is complete when its works have ended well, else cancelled. */
  void place(Tx tx, Purchase purchase);

  /**
   * What a job will do that has not begun.
   *
   * @param work what it does
   * @param paid whether it is paid for, and will begin soon
   */
  record Awaited(Plan work, boolean paid) {}

  /**
   * A job that has not begun because its order is not paid, or was cancelled before, or is only
   * being processed; null if there is no such job. It is forgotten after 14 days ({@code
   * ecs-lifecycle.md} b.0).
   */
  Awaited awaited(State state, String project, String job);

  /**
   * Until when it is paid for what came with this order, in milliseconds of world time; 0 if there
   * is no such order, or if nothing ends by itself.
   */
  long paidUntil(State state, String project, String order);
}

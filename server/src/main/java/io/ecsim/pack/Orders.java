package io.ecsim.pack;

import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
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
   * @param resources what will be there, or is changed or ended
   * @param works what is done once it is paid
   */
  record Purchase(
      String id,
      String project,
      boolean paid,
      boolean renewing,
      List<Ref> resources,
      List<Plan> works) {}

  /** The id of an order that is going to be placed. */
  String id(Tx tx, String project);

  /** Places an order. It is complete when its works have ended well, else cancelled. */
  void place(Tx tx, Purchase purchase);
}

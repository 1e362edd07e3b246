package io.ecsim.evs.order;

import io.ecsim.evs.disk.Creation;
import io.ecsim.evs.disk.Growth;
import io.ecsim.evs.disk.NewSize;
import io.ecsim.evs.disk.NewVolume;
import io.ecsim.evs.disk.Retyping;
import io.ecsim.evs.disk.Tuning;
import io.ecsim.pack.Orders;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Tx;
import java.util.List;

/**
 * How prepaid disks are ordered and changed. What could not be done at once is refused before it is
 * ordered; what happens after that cancels the order.
 */
public final class Purchases {
  private final Creation creation;
  private final Growth growth;
  private final Tuning tuning;
  private final Orders orders;

  /** Purchases of what these can do. */
  public Purchases(Creation creation, Growth growth, Tuning tuning, Orders orders) {
    this.creation = creation;
    this.growth = growth;
    this.tuning = tuning;
    this.orders = orders;
  }

  /** Orders disks; they are not there before the order is paid. */
  public Creation.Made create(Tx tx, String project, NewVolume wanted, Terms terms) {
    String order = orders.id(tx, project);
    Creation.Prepared prepared = creation.prepare(tx, project, wanted, order);
    orders.place(
        tx,
        new Orders.Purchase(
            order,
            project,
            terms.paid(),
            terms.renewing(),
            prepared.disks(),
            List.of(prepared.plan())));
    return new Creation.Made(order, prepared.disks().stream().map(Ref::id).toList());
  }

  /**
   * Orders larger disks.
   *
   * @return the id of the order
   */
  public String extend(Tx tx, String project, List<NewSize> sizes, boolean paid) {
    tx.rehearse(() -> growth.beginAll(tx, project, sizes));
    List<Plan> works =
        sizes.stream().map(wanted -> growth.ordered(tx.state(), project, wanted)).toList();
    return order(tx, project, works, paid);
  }

  /**
   * Orders another type for a disk.
   *
   * @return the id of the order
   */
  public String retype(Tx tx, String project, String id, Retyping to, boolean paid) {
    tx.rehearse(() -> tuning.begin(tx, project, id, to));
    return order(tx, project, List.of(tuning.ordered(tx.state(), project, id, to)), paid);
  }

  private String order(Tx tx, String project, List<Plan> works, boolean paid) {
    String order = orders.id(tx, project);
    List<Ref> disks = works.stream().map(Plan::ref).toList();
    orders.place(tx, new Orders.Purchase(order, project, paid, false, disks, works));
    return order;
  }
}

package io.ecsim.ecs.order;

import io.ecsim.pack.Orders;
import io.ecsim.sim.Ids;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Tx;
import java.util.ArrayList;
import java.util.List;

/** How servers are ordered: they are made when the order is paid. */
public record Purchases(Orders orders) {
  /** What is done with a server that nobody renews. */
  private static final String END = "server.freeze";

  /** The id of an order that is going to be placed. */
  public String id(Tx tx, String project) {
    return orders.id(tx, project);
  }

  /** The id of the job that does what was ordered. */
  public static String job(String order) {
    return Ids.hex(order, "job");
  }

  /**
   * Orders servers.
   *
   * @param servers the servers
   * @param others what comes with them: their disks
   * @param work how they are made, or converted
   */
  public void place(
      Tx tx,
      String order,
      String project,
      Terms terms,
      List<Ref> servers,
      List<Ref> others,
      Plan work) {
    var all = new ArrayList<>(servers);
    all.addAll(others);
    orders.place(
        tx,
        new Orders.Purchase(
            order,
            project,
            terms.paid(),
            terms.renewing(),
            terms.period(),
            all,
            List.of(work.known(job(order))),
            servers.stream().map(server -> Plan.named(END, server).leniently()).toList()));
  }

  /**
   * Orders a change of a server.
   *
   * @param paid whether the order is paid at once
   * @param work how it is changed
   * @return the id of the order
   */
  public String change(Tx tx, boolean paid, Ref server, Plan work) {
    String order = orders.id(tx, server.project());
    orders.place(
        tx,
        new Orders.Purchase(
            order,
            server.project(),
            paid,
            false,
            List.of(server),
            List.of(work.known(job(order)))));
    return order;
  }
}

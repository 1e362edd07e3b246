package io.ecsim.bss;

import io.ecsim.api.Route;
import io.ecsim.api.bss.BssRoutes;
import io.ecsim.pack.Exhibit;
import io.ecsim.pack.Orders;
import io.ecsim.pack.Pack;
import io.ecsim.pack.Subscribed;
import io.ecsim.sim.State;
import io.ecsim.sim.Tx;
import java.util.List;
import java.util.function.Supplier;

/** The Business Support System. */
public final class BssPack implements Pack, Orders {
  private final OrderBook book;
  private final String region;

  /** A system that sells what these services offer. */
  public BssPack(String region, Supplier<List<Subscribed>> services) {
    this.region = region;
    this.book = new OrderBook(services);
  }

  @Override
  public String service() {
    return "bss";
  }

  @Override
  public List<Exhibit<?>> exhibits() {
    return List.of(Exhibit.of(OrderTable.ORDERS));
  }

  @Override
  public List<Route> routes() {
    return BssRoutes.of(new OrderOperations(), new SubscriptionOperations(region, book));
  }

  @Override
  public String id(Tx tx, String project) {
    return book.id(tx, project);
  }

  @Override
  public void place(Tx tx, Purchase purchase) {
    book.place(tx, purchase);
  }

  @Override
  public Awaited awaited(State state, String project, String job) {
    return book.awaited(state, project, job);
  }

  @Override
  public long paidUntil(State state, String project, String order) {
    return book.paidUntil(state, project, order);
  }
}

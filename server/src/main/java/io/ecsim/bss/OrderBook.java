package io.ecsim.bss;

import io.ecsim.api.ApiError;
import io.ecsim.pack.Orders;
import io.ecsim.pack.Subscribed;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import io.ecsim.sim.Tx;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The orders of a world. The system is none of a project's: who knows an order's id finds it. */
final class OrderBook implements Orders {
  private static final int DIGITS = 16;

  private final Supplier<List<Subscribed>> services;

  /** Orders of what these services offer. */
  OrderBook(Supplier<List<Subscribed>> services) {
    this.services = services;
  }

  @Override
  public String id(Tx tx, String project) {
    String hex = tx.hexId(OrderTable.ORDERS.type(), project, "");
    return "CS" + hex.substring(0, DIGITS).toUpperCase(Locale.ROOT);
  }

  @Override
  public void place(Tx tx, Purchase purchase) {
    var ref = new Ref(OrderTable.ORDERS.type(), purchase.project(), purchase.id());
    var order =
        new Order(
            purchase.renewing(),
            purchase.period(),
            purchase.resources(),
            purchase.works(),
            purchase.endings(),
            0,
            0);
    tx.begin(Plan.create(OrderTable.PLACE, ref, order, purchase.paid()));
    if (purchase.paid() && tx.state().find(ref) != null) {
      tx.begin(Plan.of(OrderTable.PAY, ref, null));
    }
  }

  @Override
  public Awaited awaited(State state, String project, String job) {
    return state
        .all(OrderTable.ORDERS, project)
        .filter(order -> state.now() < order.createdAt() + OrderTable.PATIENCE)
        .flatMap(
            order ->
                order.spec().works().stream()
                    .filter(work -> job.equals(work.job()))
                    .map(work -> new Awaited(work, order.spec().paidAt() != 0)))
        .findFirst()
        .orElse(null);
  }

  @Override
  public long paidUntil(State state, String project, String order) {
    Resource<Order> found = state.find(OrderTable.ORDERS, project, order);
    return found == null ? 0 : found.spec().until();
  }

  /**
   * The order with this id.
   *
   * @throws ApiError if there is none
   */
  static Resource<Order> require(State state, String id) {
    return all(state)
        .filter(order -> order.id().equals(id))
        .findFirst()
        .orElseThrow(
            () -> new ApiError("CBC.0100", "There is no order with order_id %s.".formatted(id)));
  }

  /**
   * The order with which something came that is still sold.
   *
   * @throws ApiError if nothing with this id was ordered, or it is paid for by use now
   */
  Resource<Order> of(State state, String resource) {
    return find(state, resource)
        .orElseThrow(
            () ->
                new ApiError(
                    "CBC.0100",
                    "There is no subscription to the resource %s.".formatted(resource)));
  }

  /** The order with which something came that is still sold, if there is one. */
  Optional<Resource<Order>> find(State state, String resource) {
    return all(state)
        .filter(order -> order.status() == OrderStatus.COMPLETED)
        .filter(order -> subject(state, order, resource) != null)
        .findFirst();
  }

  /** What an order is about and has this id, if it is still sold; else null. */
  Ref subject(State state, Resource<Order> order, String id) {
    return order.spec().resources().stream()
        .filter(ref -> ref.id().equals(id))
        .filter(ref -> isSold(state, ref))
        .findFirst()
        .orElse(null);
  }

  /** Whether something is there for clients to see, and still paid for by month or year. */
  boolean isSold(State state, Ref ref) {
    Resource<?> found = state.find(ref);
    return found != null && !found.status().hidden() && service(ref).forbids(state, ref) == null;
  }

  /** Who sells this. */
  Subscribed service(Ref ref) {
    return services.get().stream()
        .filter(service -> service.type().equals(ref.type()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nobody sells " + ref));
  }

  /** All orders of all projects, the oldest first. */
  static Stream<Resource<Order>> all(State state) {
    return state.everywhere(OrderTable.ORDERS).sorted(Comparator.comparingLong(Resource::seq));
  }
}

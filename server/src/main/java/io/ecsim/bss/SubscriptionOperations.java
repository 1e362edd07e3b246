package io.ecsim.bss;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.bss.CancelResourcesSubscriptionRequest;
import io.ecsim.api.bss.CancelResourcesSubscriptionResponse;
import io.ecsim.api.bss.CustomerResource;
import io.ecsim.api.bss.ListCustomerResourcesRequest;
import io.ecsim.api.bss.ListCustomerResourcesResponse;
import io.ecsim.api.bss.RenewalResourcesRequest;
import io.ecsim.api.bss.RenewalResourcesResponse;
import io.ecsim.api.bss.SubscriptionsApi;
import io.ecsim.pack.Orders;
import io.ecsim.pack.Period;
import io.ecsim.pack.Subscribed;
import io.ecsim.pack.Utc;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Refusal;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import io.ecsim.sim.Tx;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/** What was ordered: which it is, how it is renewed, how it ends. */
final class SubscriptionOperations implements SubscriptionsApi {
  private static final int USUAL_LIMIT = 10;
  private static final int IN_USE = 2;
  private static final int EXPIRED = 5;
  private static final int MAIN = 1;
  private static final int BESIDE = 0;
  private static final int AT_ONCE = 1;
  private static final int YEARS = 3;
  private static final int RENEWED = 3;
  private static final int KEPT_FOR_A_WHILE = 0;

  private final String region;
  private final OrderBook book;

  SubscriptionOperations(String region, OrderBook book) {
    this.region = region;
    this.book = book;
  }

  @Override
  public ListCustomerResourcesResponse listPayPerUseCustomerResources(
      Call call, ListCustomerResourcesRequest body) {
    State state = call.glance().state();
    var found = new LinkedHashMap<Ref, CustomerResource>();
    OrderBook.all(state)
        .filter(order -> order.status() == OrderStatus.COMPLETED)
        .filter(order -> body.orderId() == null || order.id().equals(body.orderId()))
        .forEach(
            order ->
                order.spec().resources().stream()
                    .filter(ref -> book.isSold(state, ref))
                    .filter(ref -> isWanted(ref, body.resourceIds()))
                    .filter(ref -> !onlyMain(body) || order.spec().isMain(ref))
                    .forEach(ref -> found.putIfAbsent(ref, show(state, order, ref))));
    List<CustomerResource> all = List.copyOf(found.values());
    int from = Math.min(all.size(), body.offset() == null ? 0 : body.offset());
    int limit = body.limit() == null ? USUAL_LIMIT : body.limit();
    return new ListCustomerResourcesResponse(
        all.subList(from, Math.min(all.size(), from + limit)), all.size());
  }

  private static boolean onlyMain(ListCustomerResourcesRequest body) {
    return body.onlyMainResource() != null && body.onlyMainResource() == MAIN;
  }

  private static boolean isWanted(Ref ref, List<String> ids) {
    return ids == null || ids.isEmpty() || ids.contains(ref.id());
  }

  private CustomerResource show(State state, Resource<Order> order, Ref ref) {
    Subscribed service = book.service(ref);
    Order ordered = order.spec();
    boolean over = ordered.until() != 0 && ordered.until() <= state.now();
    return CustomerResource.builder()
        .id(order.id())
        .resourceId(ref.id())
        .resourceName(state.find(ref).spec().name())
        .regionCode(region)
        .projectId(ref.project())
        .serviceTypeCode(service.serviceCode())
        .resourceTypeCode(service.resourceCode())
        .isMainResource(ordered.isMain(ref) ? MAIN : BESIDE)
        .status(over ? EXPIRED : IN_USE)
        .effectiveTime(Utc.seconds(ordered.paidAt()))
        .expireTime(ordered.until() == 0 ? null : Utc.seconds(ordered.until()))
        .expirePolicy(ordered.renewing() ? RENEWED : KEPT_FOR_A_WHILE)
        .build();
  }

  /** All are ended, or none: one order each. */
  @Override
  public CancelResourcesSubscriptionResponse cancelResourcesSubscription(
      Call call, CancelResourcesSubscriptionRequest body) {
    return new CancelResourcesSubscriptionResponse(
        call.transact(
            tx -> {
              var placed = new ArrayList<String>();
              body.resourceIds().stream()
                  .distinct()
                  .filter(id -> !goesAlong(tx.state(), body.resourceIds(), id))
                  .forEach(id -> placed.add(end(tx, id, Set.copyOf(body.resourceIds()))));
              return placed;
            }));
  }

  /** Whether another of these takes it along: a server its public address. */
  private boolean goesAlong(State state, List<String> ids, String id) {
    return book.find(state, id).isEmpty()
        && ids.stream()
            .filter(other -> book.find(state, other).isPresent())
            .map(other -> book.subject(state, book.of(state, other), other))
            .anyMatch(ref -> book.service(ref).takesAlong(state, ref, id));
  }

  private String end(Tx tx, String id, Set<String> along) {
    Ref ref = book.subject(tx.state(), book.of(tx.state(), id), id);
    try {
      return book.service(ref).unsubscribe(tx, book, ref, along);
    } catch (Refusal refusal) {
      if (refusal.struck() != null) {
        throw refusal;
      }
      throw new ApiError("CBC.0100", refusal.getMessage());
    }
  }

  /** All are renewed, or none: one order each. */
  @Override
  public RenewalResourcesResponse renewalResources(Call call, RenewalResourcesRequest body) {
    var period =
        new Period(body.periodType() == YEARS ? Period.YEAR : Period.MONTH, body.periodNum());
    boolean paid = body.isAutoPay() != null && body.isAutoPay() == AT_ONCE;
    return new RenewalResourcesResponse(
        call.transact(
            tx ->
                body.resourceIds().stream()
                    .distinct()
                    .map(id -> longer(tx, id, period, paid))
                    .toList()));
  }

  private String longer(Tx tx, String id, Period period, boolean paid) {
    Resource<Order> order = book.of(tx.state(), id);
    if (order.spec().period() == null) {
      throw new ApiError("CBC.0100", "The resource %s does not expire.".formatted(id));
    }
    Ref ref = book.subject(tx.state(), order, id);
    Plan again = book.service(ref).renewed(tx.state(), ref);
    var renewal = new Renewal(period, again == null ? List.of() : List.of(again));
    String placed = book.id(tx, ref.project());
    book.place(
        tx,
        new Orders.Purchase(
            placed,
            ref.project(),
            paid,
            false,
            List.of(ref),
            List.of(Plan.of(OrderTable.RENEW, order.ref(), renewal))));
    return placed;
  }

  @Override
  public void autoRenewalResources(Call call, String resourceId) {
    renew(call, resourceId, true);
  }

  @Override
  public void cancelAutoRenewalResources(Call call, String resourceId) {
    renew(call, resourceId, false);
  }

  private void renew(Call call, String id, boolean value) {
    call.transact(
        tx ->
            tx.change(
                OrderTable.ORDERS, book.of(tx.state(), id).ref(), order -> order.renewing(value)));
  }
}

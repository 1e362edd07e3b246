package io.ecsim.bss;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.bss.CancelResourcesSubscriptionRequest;
import io.ecsim.api.bss.CancelResourcesSubscriptionResponse;
import io.ecsim.api.bss.CustomerResource;
import io.ecsim.api.bss.ListCustomerResourcesRequest;
import io.ecsim.api.bss.ListCustomerResourcesResponse;
import io.ecsim.api.bss.SubscriptionsApi;
import io.ecsim.pack.Subscribed;
import io.ecsim.pack.Utc;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Refusal;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import io.ecsim.sim.Tx;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Supplier;

/** What was ordered: which it is, how it is renewed, how it ends. */
final class SubscriptionOperations implements SubscriptionsApi {
  private static final int USUAL_LIMIT = 10;
  private static final int IN_USE = 2;
  private static final int MAIN = 1;
  private static final int RENEWED = 3;
  private static final int KEPT_FOR_A_WHILE = 0;

  private final String region;
  private final Supplier<Subscribed> services;
  private final OrderBook book;

  SubscriptionOperations(String region, Supplier<Subscribed> services, OrderBook book) {
    this.region = region;
    this.services = services;
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
                    .forEach(ref -> found.putIfAbsent(ref, show(state, order, ref))));
    List<CustomerResource> all = List.copyOf(found.values());
    int from = Math.min(all.size(), body.offset() == null ? 0 : body.offset());
    int limit = body.limit() == null ? USUAL_LIMIT : body.limit();
    return new ListCustomerResourcesResponse(
        all.subList(from, Math.min(all.size(), from + limit)), all.size());
  }

  private static boolean isWanted(Ref ref, List<String> ids) {
    return ids == null || ids.isEmpty() || ids.contains(ref.id());
  }

  private CustomerResource show(State state, Resource<Order> order, Ref ref) {
    Subscribed service = services.get();
    return CustomerResource.builder()
        .id(order.id())
        .resourceId(ref.id())
        .resourceName(state.find(ref).spec().name())
        .regionCode(region)
        .projectId(ref.project())
        .serviceTypeCode(service.serviceCode())
        .resourceTypeCode(service.resourceCode())
        .isMainResource(MAIN)
        .status(IN_USE)
        .effectiveTime(Utc.seconds(order.spec().paidAt()))
        .expirePolicy(order.spec().renewing() ? RENEWED : KEPT_FOR_A_WHILE)
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
              body.resourceIds().stream().distinct().forEach(id -> placed.add(end(tx, id)));
              return placed;
            }));
  }

  private String end(Tx tx, String id) {
    Ref ref = book.subject(tx.state(), book.of(tx.state(), id), id);
    try {
      return services.get().unsubscribe(tx, book, ref);
    } catch (Refusal refusal) {
      if (refusal.struck() != null) {
        throw refusal;
      }
      throw new ApiError("CBC.0100", refusal.getMessage());
    }
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
